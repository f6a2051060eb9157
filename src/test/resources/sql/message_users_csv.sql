-- GET /journeys/{journey}/channels/push/messages/hello/users.csv?period=30d

SELECT
    if(((ascii(any(user_id)) >= 48) AND (ascii(any(user_id)) <= 57)) OR ((ascii(any(user_id)) >= 65) AND (ascii(any(user_id)) <= 122)) OR (NOT match(any(user_id), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), any(user_id), concat('\'', any(user_id))),
    nullIf(if(((ascii(tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2)) >= 48) AND (ascii(tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2)) <= 57)) OR ((ascii(tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2)) >= 65) AND (ascii(tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2)) <= 122)) OR (NOT match(tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2), concat('\'', tupleElement(maxIf((toUnixTimestamp64Milli(time), hwid), hwid != ''), 2))), ''),
    minOrNullIf(time, (type IN ('message_sent'))),
    minOrNullIf(time, (type IN ('message_delivered'))),
    minOrNullIf(time, (type IN ('message_opened'))),
    minOrNullIf(time, (type IN ('message_clicked'))),
    toString(tupleElement(maxIf((toUnixTimestamp64Milli(time), type), true), 2))
FROM
(
    SELECT
        journey_id,
        type,
        time,
        event_key,
        user_id,
        user_key,
        hwid,
        step_id,
        channel,
        message_key,
        goal_id,
        reason,
        link_url
    FROM events
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained')) AND (channel = 'push') AND (step_id = 'hello') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS messages
GROUP BY user_key
HAVING max(if((type IN ('message_clicked', 'message_complained', 'message_delivered', 'message_dismissed', 'message_hard_bounced', 'message_interacted', 'message_opened', 'message_read', 'message_sent', 'message_shown', 'message_soft_bounced', 'message_unsubscribed')), 1, 0)) = 1
ORDER BY any(user_id) ASC;
