#!/usr/bin/env bash
# Storage bench: loads variants of the events table and prints what they cost, with nothing but bash, awk and curl.
#   CLICKHOUSE_URL=http://user:password@host:8123 ./run.sh [generate] [variants] [custom] [dependent] [sizes] [insert] [optimize] [queries [group…]]
# SEED, ENTRANCES (2100000 = about 20 million events), CUSTOMS, ROUNDS may be set. Everything lives in database storage_lab.
set -euo pipefail
cd "$(dirname "$0")"
: "${CLICKHOUSE_URL:=http://127.0.0.1:8123}" "${SEED:=42}" "${ENTRANCES:=2100000}" "${CUSTOMS:=500000}" "${ROUNDS:=5}"
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT

# ask SQL [extra curl arguments]: one statement, the answer on stdout, an error ends the run
ask() { local sql=$1; shift; curl -sS --fail-with-body "$@" "$CLICKHOUSE_URL/?wait_end_of_query=1" --data-binary "$sql" || { echo "failed: ${sql:0:300}" >&2; return 1; }; }

# statements FILE: one statement a line (NUL-free); a statement ends with ';' at the end of a line
statements() { sed -e "s/{seed}/$SEED/g; s/{entrances}/$ENTRANCES/g; s/{customs}/$CUSTOMS/g" -e '/^ *--/d; s/ -- .*$//' "$1" | tr '\n' ' ' | sed 's/;  */;\n/g; s/;$//' | sed 's/;$//' ; echo; }

script() { # run a file statement by statement, with the seconds each took
  local line start
  while IFS= read -r line; do
    [[ -z ${line// } ]] && continue
    start=$(date +%s%N); ask "$line" | head -20
    printf '%8.1f s  %s\n' "$(awk "BEGIN{print ($(date +%s%N)-$start)/1e9}")" "$(echo "$line" | tr -s ' ' | cut -c1-100)"
  done < <(statements "$1")
}

# queries FILE [group…]: blocks of '-- group | variant' and a statement. The variants of a group take turns, ROUNDS times;
# printed: median ms, ratio to the first variant, rows read, the answer (cut).
queries() {
  local file=$1; shift; local only=" $* "
  awk -v d="$tmp" '/^-- [a-z0-9_]+ \| /{n++; f=d "/" sprintf("q%03d",n); h=$0; sub(/^-- /,"",h); print h > (f ".name"); next} f && !/^--/{print > (f ".sql")}' "$file"
  local groups g n r f t
  groups=$(cat "$tmp"/q*.name | sed 's/ |.*//' | awk '!s[$0]++')
  printf '%-58s %9s %7s %12s  %s\n' 'group | variant' 'median ms' 'ratio' 'rows read' 'answer'
  for g in $groups; do
    [[ $only != "  " && $only != *" $g "* ]] && continue
    for ((r = 0; r <= ROUNDS; r++)); do
      for n in "$tmp"/q*.name; do
        [[ $(cat "$n") == "$g |"* ]] || continue
        f=${n%.name}
        t=$(sed -z 's/;[[:space:]]*$//' "$f.sql" | curl -sS -D "$f.head" -o "$f.out" -w '%{time_total} %{http_code}' "$CLICKHOUSE_URL/?wait_end_of_query=1&use_query_condition_cache=0" --data-binary @-)
        [[ $t == *200 ]] || { echo "$(cat "$n"): $(head -c 400 "$f.out")"; echo 999 >> "$f.ms"; continue; }
        ((r)) && awk "BEGIN{print ${t% *}*1000}" >> "$f.ms"   # round 0 warms up
      done
    done
    local first=
    for n in "$tmp"/q*.name; do
      [[ $(cat "$n") == "$g |"* ]] || continue
      f=${n%.name}
      local med; med=$(sort -n "$f.ms" | awk '{a[NR]=$1}END{print a[int((NR+1)/2)]}'); [[ -z $first ]] && first=$med
      printf '%-58s %9.1f %7.2f %12s  %s\n' "$(cat "$n")" "$med" "$(awk "BEGIN{print $med/$first}")" \
        "$(tr -d '\r' < "$f.head" | sed -n 's/.*"read_rows":"\([0-9]*\)".*/\1/p' | tail -1)" "$(head -c 4000 "$f.out" | head -1 | tr '\t' ' ' | cut -c1-48)"
    done
  done
}

# inserts: 50,000-row requests in Native and RowBinary over HTTP, targets in turns; median ms and rows a second
inserts() {
  script insert.sql > /dev/null
  local cols="event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties"
  local n=${INSERT_FILES:-20} rows=50000 i t w fmt f ms
  for fmt in Native RowBinary; do
    # a run of the stream as it comes (in time order), and a backfill: rows of every month mixed
    for ((i = 0; i < n; i++)); do
      ask "SELECT $cols FROM storage_lab.raw WHERE time >= '2026-05-05 00:00:00' LIMIT $rows OFFSET $((i * rows)) SETTINGS max_threads = 1 FORMAT $fmt" -o "$tmp/rows.$fmt.$i"
    done
  done
  for ((i = 0; i < 4; i++)); do ask "SELECT $cols FROM storage_lab.raw WHERE cityHash64(event_id) % 400 = $i LIMIT $rows FORMAT Native" -o "$tmp/rows.backfill.$i"; done
  one() { # table format file key
    ms=$(curl -sS -o "$tmp/in.out" -w '%{time_total} %{http_code}' -X POST -H 'Content-Type: application/octet-stream' --data-binary "@$3" \
      "$CLICKHOUSE_URL/?query=$(printf 'INSERT INTO storage_lab.in_%s (%s) FORMAT %s' "$1" "$cols" "$2" | sed 's/ /%20/g; s/,/%2C/g; s/(/%28/g; s/)/%29/g')${5:-}")
    [[ $ms == *200 ]] || { head -c 400 "$tmp/in.out"; exit 1; }
    awk "BEGIN{print ${ms% *}*1000}" >> "$tmp/in.$4.$1"
  }
  for ((i = 0; i < n; i++)); do for t in plain states split all fsync all_fsync; do one $t Native "$tmp/rows.Native.$i" native; done; done
  for ((i = 0; i < n; i++)); do for t in plain all; do one $t RowBinary "$tmp/rows.RowBinary.$i" rowbinary; done; done
  for ((i = 0; i < n; i++)); do for t in plain all; do one $t Native "$tmp/rows.Native.$i" parallel_views '&parallel_view_processing=1'; done; done
  for ((i = 0; i < 4; i++)); do for t in plain all all_fsync; do one $t Native "$tmp/rows.backfill.$i" backfill; done; done
  printf '%-40s %9s %12s\n' 'insert of 50,000 rows | target' 'median ms' 'rows/s'
  for f in "$tmp"/in.{native,rowbinary,parallel_views,backfill}.*; do
    ms=$(sort -n "$f" | awk '{a[NR]=$1}END{print a[int((NR+1)/2)]}')
    printf '%-40s %9.1f %12d\n' "$(basename "$f" | sed 's/^in\.//; s/\./ | /')" "$ms" "$(awk "BEGIN{printf \"%d\", $rows*1000/$ms}")"
  done
}

sizes() {
  ask "SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes, round(bytes / rows, 2) AS bytes_a_row, round(bytes / (SELECT count() FROM storage_lab.raw), 2) AS bytes_an_event, count() AS parts
       FROM system.parts WHERE database = 'storage_lab' AND active GROUP BY table ORDER BY table FORMAT PrettyCompactMonoBlock"
  ask "SELECT table, column, round(sum(column_data_compressed_bytes) / sum(rows), 3) AS bytes_a_row FROM system.parts_columns
       WHERE database = 'storage_lab' AND active AND table IN ('ids', 'events', 'events_zstd', 'times', 'user_states', 'user_entrances', 'user_devices') GROUP BY table, column
       ORDER BY table, column FORMAT PrettyCompactMonoBlock"
}

(($#)) || set -- generate variants custom dependent sizes insert optimize queries
while (($#)); do
  case $1 in
    insert) shift; inserts ;;
    generate|variants|dependent|custom|optimize) f=$1.sql; shift; script "$f" ;;
    queries) shift; queries queries.sql "$@"; break ;;
    sizes) shift; sizes ;;
    *.sql) f=$1; shift; script "$f" ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
done
