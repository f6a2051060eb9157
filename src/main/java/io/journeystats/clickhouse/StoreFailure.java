package io.journeystats.clickhouse;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;

/**
 * Why ClickHouse could not do what is right to ask of it. Whatever it fails with is its own
 * trouble, but for a short list of codes that name a fault of the statement, which is a bug of
 * ours.
 */
public enum StoreFailure {
  /**
   * No connection, or it broke. The codes are the server's own troubles with its neighbours and its
   * end.
   */
  UNREACHABLE("ClickHouse cannot be reached", 198, 203, 209, 210, 225, 236, 279, 999),
  /** The credentials are wrong or a grant is missing, which only the operator can mend. */
  REFUSED("ClickHouse refuses the service's user", 192, 193, 194, 195, 497, 516),
  /** The statement took too long. */
  TIMED_OUT("ClickHouse did not finish in time", 159, 160),
  /** Somebody ended the statement. */
  CANCELLED("The statement was cancelled", 394, 735),
  /** Too much at once. */
  OVERLOADED("ClickHouse is busy", 202, 439, 745),
  /** The statement needs more memory than one may have. */
  OUT_OF_MEMORY("ClickHouse has not enough memory for this statement", 241),
  /** All statements together need more memory than there is. The code is that of the former. */
  MEMORY_EXHAUSTED("ClickHouse has not enough memory right now", 173),
  /** No room on the disk that it knows of. */
  DISK_FULL("The disk of ClickHouse is full", 243),
  /**
   * Files cannot be made, read, written, forced to the disk or removed; also no room, or inodes.
   */
  DISK_FAILED(
      "ClickHouse cannot use its disk",
      74,
      75,
      76,
      77,
      87,
      88,
      172,
      204,
      214,
      274,
      275,
      294,
      400,
      424,
      458,
      481,
      521,
      566,
      586,
      641),
  /** Merges do not keep up with insertions. */
  TOO_MANY_PARTS("ClickHouse cannot take more insertions right now", 252),
  /** Replication is not able to write. */
  READ_ONLY("The tables of ClickHouse are read-only right now", 242, 285, 319),
  /** An insertion came too late after what it was checked with; nothing of it is stored. */
  TOO_LATE("The insertion came too late", 395),
  /** It was taken without an error, see {@link InsertIfAbsent}. */
  ROW_MISSING("ClickHouse has taken a row that it does not have"),
  /** Anything else that is no fault of the statement. */
  OTHER("ClickHouse failed");

  /** What ClickHouse says where the memory that ran out is not that of the statement. */
  private static final Pattern SHARED_MEMORY =
      Pattern.compile("User memory limit|\\(for user\\)|\\(total\\)");

  /** What is wrong with a statement, however well ClickHouse is. */
  private static final Set<Integer> FAULTS_OF_STATEMENTS =
      Set.of(
          // What it says cannot be understood, or names what is not there.
          1,
          2,
          6,
          7,
          8,
          9,
          10,
          15,
          16,
          20,
          26,
          27,
          36,
          46,
          47,
          48,
          50,
          51,
          52,
          60,
          62,
          63,
          73,
          78,
          80,
          81,
          115,
          174,
          179,
          181,
          182,
          183,
          184,
          207,
          211,
          215,
          344,
          352,
          403,
          440,
          446,
          452,
          456,
          457,
          471,
          472,
          // Its values do not fit.
          11,
          12,
          19,
          25,
          34,
          35,
          38,
          41,
          42,
          43,
          44,
          53,
          69,
          70,
          72,
          117,
          120,
          122,
          124,
          125,
          128,
          131,
          153,
          169,
          170,
          190,
          258,
          321,
          349,
          376,
          386,
          407,
          427,
          467,
          469,
          691,
          // It is too large, or may not do what it does.
          158,
          161,
          162,
          164,
          165,
          166,
          167,
          168,
          191,
          229,
          290,
          306,
          307,
          396,
          572);

  private final String sentence;
  private final Set<Integer> codes;

  StoreFailure(String sentence, Integer... codes) {
    this.sentence = sentence;
    this.codes = Set.of(codes);
  }

  /** What happened, for people; without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Whether less in one statement would help. */
  public boolean isOfStatement() {
    return isOfStatementAlone() || this == MEMORY_EXHAUSTED;
  }

  /**
   * Tells whether a statement failed because of what it asks, and not because of the store.
   *
   * @param thrown what reading its rows threw
   * @param isSmallest whether the statement cannot ask for less
   */
  public static boolean isOfStatement(RuntimeException thrown, boolean isSmallest) {
    return switch (thrown) {
      case StoreUnavailableException unavailable ->
          isSmallest
              ? unavailable.failure().isOfStatementAlone()
              : unavailable.failure().isOfStatement();
      case DataAccessException _ -> true;
      default -> false;
    };
  }

  /** Whether the statement may have failed over what it asks, whatever else went on. */
  public boolean isOfStatementAlone() {
    return this == TIMED_OUT || this == OUT_OF_MEMORY;
  }

  /**
   * Makes the exception to throw instead of one of the driver's: {@link StoreUnavailableException}
   * where retrying makes sense, otherwise the given one.
   */
  public static RuntimeException translate(RuntimeException thrown) {
    if (thrown instanceof StoreUnavailableException) {
      return thrown;
    }
    return of(thrown)
        .<RuntimeException>map(failure -> new StoreUnavailableException(failure, thrown))
        .orElse(thrown);
  }

  /** The failure that an exception stands for; empty if it is a bug. */
  public static Optional<StoreFailure> of(Throwable thrown) {
    var chain = Throwables.getCausalChain(thrown);
    return chain.stream()
        .flatMap(StoreFailure::codeOf)
        .findFirst()
        .map(code -> ofCode(code).map(failure -> failure.told(chain)))
        .orElseGet(() ->
            chain.stream().anyMatch(StoreFailure::isOfNetwork)
                ? Optional.of(UNREACHABLE)
                : Optional.empty());
  }

  /** Tells whether no connection can be made, which concerns every statement. */
  static boolean isOfConnecting(Throwable thrown) {
    var chain = Throwables.getCausalChain(thrown);
    return chain.stream().anyMatch(ConnectException.class::isInstance)
        || (chain.stream().anyMatch(ConnectionInitiationException.class::isInstance)
            && chain.stream().anyMatch(SocketTimeoutException.class::isInstance));
  }

  private static Stream<Integer> codeOf(Throwable thrown) {
    return switch (thrown) {
      case ServerException exception -> Stream.of(exception.getCode());
      case SQLException exception when exception.getErrorCode() > 0 ->
          Stream.of(exception.getErrorCode());
      default -> Stream.empty();
    };
  }

  private static Optional<StoreFailure> ofCode(int code) {
    return FAULTS_OF_STATEMENTS.contains(code)
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(values())
                .filter(failure -> failure.codes.contains(code))
                .findFirst()
                .orElse(OTHER));
  }

  /** One code is for the memory of the statement, of the user and of the whole server. */
  private StoreFailure told(List<Throwable> chain) {
    return this == OUT_OF_MEMORY
            && chain.stream()
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .anyMatch(message -> SHARED_MEMORY.matcher(message).find())
        ? MEMORY_EXHAUSTED
        : this;
  }

  private static boolean isOfNetwork(Throwable thrown) {
    return switch (thrown) {
      case IOException _, ConnectionInitiationException _, SQLTransientException _ -> true;
      default -> false;
    };
  }
}
