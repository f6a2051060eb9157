// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/erasures/{erasure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the progress of a user's erasure
         * @description `removed_at` is the time at which the data was removed from the disk.
         *
         *     Roles: manage, admin.
         */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends events
         * @description The accepted events are durable when the response arrives. Requests can safely be retried: an event is identified by its id and time.
         *
         *     Roles: ingest, admin.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports a file of events
         * @description The file is CSV with a header of field names, or NDJSON with one JSON object per line, and has any size. If an import stops early, the response says how many events were processed; the file can safely be sent again.
         *
         *     Roles: ingest, admin.
         */
        post: operations["importEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists rejected events, the latest first
         * @description Roles: ingest, read, manage, admin.
         */
        get: operations["listRejectedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tenant's exports, the latest first
         * @description Roles: read, manage, admin.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Asks for a file
         * @description It is written in the background. The same request while it is in progress gets the same export.
         *
         *     Roles: read, manage, admin.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the state of an export
         * @description Roles: read, manage, admin.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /**
         * Ends an export
         * @description One that is under way is cancelled, the file of one that is ready is removed; one that has ended stays as it is.
         *
         *     Roles: read, manage, admin.
         */
        delete: operations["endExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of an export that is ready
         * @description Its `ETag` is its SHA-256, so a download can go on where it broke off.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists refused requests that belong to no tenant
         * @description `key_refused`: requests with unknown API keys (requests with a revoked key are in its tenant's history). `request_refused`: requests that the operator's key does not allow.
         *
         *     Roles: operator.
         */
        get: operations["getServiceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tenant's journeys with their headline numbers
         * @description Roles: read, manage, admin.
         */
        get: operations["listJourneys"];
        put?: never;
        /**
         * Creates a draft
         * @description Roles: manage, admin.
         */
        post: operations["createJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a journey
         * @description Roles: read, manage, admin.
         */
        get: operations["getJourney"];
        /**
         * Replaces the title, category, steps and goals
         * @description Roles: manage, admin.
         */
        put: operations["replaceJourney"];
        post?: never;
        /**
         * Permanently deletes a draft, stopped or finished journey with its events
         * @description The journey disappears immediately from all statistics and lists; its events are removed from the disk within a day. The id cannot be reused. The tenant's custom events remain.
         *
         *     Roles: manage, admin.
         */
        delete: operations["deleteJourney"];
        options?: never;
        head?: never;
        /**
         * Renames a journey of any status
         * @description Roles: manage, admin.
         */
        patch: operations["renameJourney"];
        trace?: never;
    };
    "/journeys/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activates a draft, or resumes a paused journey
         * @description Roles: manage, admin.
         */
        post: operations["activateJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a draft with the same definition, without events
         * @description Roles: manage, admin.
         */
        post: operations["cloneJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Permanently ends an active journey that is complete
         * @description Roles: manage, admin.
         */
        post: operations["finishJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the changes of a journey with their authors
         * @description Roles: read, manage, admin.
         */
        get: operations["getJourneyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses an active journey, so that it can be edited
         * @description Roles: manage, admin.
         */
        post: operations["pauseJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Permanently ends an active or paused journey early
         * @description Roles: manage, admin.
         */
        post: operations["stopJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/channels/{channel}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A channel's messages, one row per step, as a file
         * @description Roles: read, manage, admin.
         */
        get: operations["getMessagesFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/channels/{channel}/messages/{step}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message day by day, as a file
         * @description The channel's metrics, of the messages of this step alone.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getMessageDaysFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/channels/{channel}/messages/{step}/users.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who got a message or interacted with it, as a file
         * @description With the first time of each in the period, and the type of the latest event.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getMessageUsersFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/goals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each goal converts, as a file
         * @description Roles: read, manage, admin.
         */
        get: operations["getGoalsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/goals/{goal}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who reached a goal, as a file
         * @description With the first conversion in the period, the number of entrances up to then, and the step of the latest interaction with a message that was not longer ago than the conversion period.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getConversionsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many came, are in the journey, and left
         * @description Roles: read, manage, admin.
         */
        get: operations["getAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The channels that the journey has message steps for, or events in
         * @description Roles: read, manage, admin.
         */
        get: operations["getChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A channel's metrics and its chart
         * @description Roles: read, manage, admin.
         */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels/{channel}/delivery-issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What went wrong in a channel, by reason
         * @description Roles: read, manage, admin.
         */
        get: operations["getDeliveryIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels/{channel}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A channel's messages, one row per step
         * @description Roles: read, manage, admin.
         */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels/{channel}/messages/{step}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often each link of a message was clicked
         * @description The clicks of the links and `other_clicks` are all clicks of the message in the period. `GET …/stats/users` lists the users behind the `clicked_users` of a link.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/channels/{channel}/messages/{step}/links.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often each link of a message was clicked, as a file
         * @description All links, most clicks first; the clicks that name no link are a row, too.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getLinksFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/durations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long something takes
         * @description `time_to_convert`: a value for each user with a conversion in the period and a start before it. The measures of messages: a value for each message that was first sent in the period. `time_in_step`: a value for each completion in the period.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getDurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/durations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long something takes, as a file
         * @description The histogram, or the series of medians and 95th percentiles.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getDurationsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways that users take through a journey
         * @description A trip is a user's time in the journey from one entrance to the next. Of the trips that start in the period: the steps that they visit, and what follows what. Of each step, as many passages lead to it as from it, which is its visits.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/flow.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways that users take through a journey, as a file
         * @description How often one thing follows another on the trips that start in the period.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getFlowFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/goals/{goal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a goal converts, and what it is worth, over time
         * @description Roles: read, manage, admin.
         */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journey at a glance, with its charts
         * @description Roles: read, manage, admin.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Performance, audience, health and the channels at once
         * @description The same as `stats/performance`, `stats/audience`, `stats/health` and the metrics of `stats/channels/{channel}` for each channel in `stats/channels`, all of one moment. If one part cannot be answered, none is.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each goal converts
         * @description Roles: read, manage, admin.
         */
        get: operations["getPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many came to each step, are there, and went
         * @description In the order of the definition, then the steps that only events name. All who are in the journey now are at one of the steps, or have not completed any.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users who contribute to a number
         * @description Those who did what the number is made of in the period, however it counts them: events, or conversions of a goal. Of a rate, those of what is measured.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["listUsersBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/stats/users.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users who contribute to a number, as a file
         * @description All of them, as of one moment, in the order of their ids.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getUsersBehindFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one user in a journey, event by event
         * @description Every event of the user in the journey, each once, in order of time. A trip is the user's time in the journey from one entrance to the next. 404 where the journey has no event of the user.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users who entered in the period, and where each of them is now
         * @description Roles: read, manage, admin.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{journey}/users.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users who entered in the period, as a file
         * @description All of them, as of one moment, in the order of their ids.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["getUsersFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The categories that the tenant's journeys have, each once
         * @description Roles: read, manage, admin.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What every number is called and means
         * @description By the place of numbers in answers, in the order to show them in.
         *
         *     Roles: read, manage, admin.
         */
        get: operations["listMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the tenant and role of the session or API key
         * @description Roles: ingest, read, manage, admin.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Signs in with an API key of a tenant
         * @description The response sets a session cookie that scripts cannot read.
         */
        post: operations["signIn"];
        /** Signs out; has no effect without a session */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists all tenants
         * @description Roles: operator.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Creates a tenant
         * @description Roles: operator.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a tenant with its retention and the first day kept
         * @description Roles: admin, operator.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        /**
         * Permanently deletes a tenant with all of its data
         * @description Its API keys and sessions stop working immediately, on other instances within a second. Its journeys, events, files and rejected events are removed from the disk within a day. The id cannot be reused. The history remains available to the operator.
         *
         *     Roles: operator.
         */
        delete: operations["deleteTenant"];
        options?: never;
        head?: never;
        /**
         * Changes a tenant's name, time zone, limits or retention
         * @description A tenant's own admins may change only `retention_days`. Older events stop counting at once; from then on, one more day expires at each midnight in the tenant's time zone. Expired events are removed from the disk within a day. Extending the retention does not restore them.
         *
         *     Roles: admin, operator.
         */
        patch: operations["editTenant"];
        trace?: never;
    };
    "/tenants/{tenant}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists changes of a tenant and its API keys, and access to its data
         * @description Changes of the tenant and its API keys, deleted journeys and erased users; sign-ins, sign-outs, refused revoked keys, and access to files and user lists. Entries of other instances appear within a second.
         *
         *     Roles: admin, operator.
         */
        get: operations["getTenantHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the active keys, without secrets
         * @description Roles: admin, operator.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Issues a key
         * @description The key's secret is returned only in this response.
         *
         *     Roles: admin, operator.
         */
        post: operations["issueKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a key with immediate effect
         * @description Roles: admin, operator.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a tenant's limits, their use, and the stored events
         * @description Roles: admin, operator.
         */
        get: operations["getTenantUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erases a user
         * @description From the answer on no number, list, search or file contains the user's events with a time before the request, in any journey. The user's rejected events and the tenant's exported files are removed, too. Such events that arrive later are accepted, counted in `ignored_erased`, and not stored. Events with a later time count again. Asking again does no harm, and the user need not be known. Where the answer is 503, the user may have been erased or not: ask again.
         *
         *     Roles: manage, admin.
         */
        delete: operations["eraseUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands out all that is stored about a user
         * @description The user's events in all journeys and the custom ones, in the form in which events are sent, ordered by time. The ids of events and messages are stored as hashes and shown as such. A user of whom nothing is stored has no lines.
         *
         *     Roles: manage, admin.
         */
        get: operations["exportUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journeys that one user is in or was in, the last one entered first
         * @description Roles: read, manage, admin.
         */
        get: operations["listJourneysOfUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns the version of the service */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies a webhook URL, with the tenant in the query */
        get: operations["verifyWebhook"];
        put?: never;
        /** Receives a provider's reports, with the tenant in the query */
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies a webhook URL, with the tenant in the path */
        get: operations["verifyWebhookOfTenant"];
        put?: never;
        /** Receives a provider's reports, with the tenant in the path */
        post: operations["reportToTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            created_by: string;
            id: string;
            name: string | null;
            role: components["schemas"]["Role"];
        };
        Attribution: {
            /**
             * Converted users
             * @description Users who reached the goal in the period, each once, by their first conversion. No number (null) with `any`, where messages share conversions.
             */
            converted_users: number | null;
            /** @description To which messages a conversion counts. */
            model: components["schemas"]["AttributionModel"];
            /**
             * Other channels
             * @description Conversions credited to messages of other channels. No number (null) with `any`, where messages share conversions.
             */
            other_channels: number | null;
            /** @description What is a touch. */
            touch: components["schemas"]["Touch"];
            /**
             * Unattributed
             * @description Conversions without a touch of any message in the conversion period before them. No number (null) with `any`, where messages share conversions.
             */
            unattributed: number | null;
        };
        /** @enum {string} */
        AttributionModel: "any" | "last" | "first";
        Audience: {
            /**
             * Drop-offs
             * @description Number of times a technical problem removed users from the journey: internal and sending errors.
             */
            drop_offs: number;
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            /**
             * Exits
             * @description Number of times users completed or left the journey in the period.
             */
            exits: number;
            /**
             * In journey now
             * @description Users who are in the journey at this moment; the period does not apply.
             */
            in_journey_now: number;
            /**
             * Internal errors
             * @description Drop-offs caused by an error in the journey's own logic or conditions.
             */
            internal_errors: number;
            period: components["schemas"]["ResolvedPeriod"];
            /**
             * Sending errors
             * @description Drop-offs caused by a message that could not be sent.
             */
            sending_errors: number;
        };
        CategoryList: {
            categories: string[];
        };
        /** @enum {string} */
        Channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
        ChannelFigures: components["schemas"]["PushChannelFigures"] | components["schemas"]["InAppChannelFigures"] | components["schemas"]["EmailChannelFigures"] | components["schemas"]["SmsChannelFigures"] | components["schemas"]["WhatsappChannelFigures"];
        ChannelSummary: components["schemas"]["PushChannelSummary"] | components["schemas"]["InAppChannelSummary"] | components["schemas"]["EmailChannelSummary"] | components["schemas"]["SmsChannelSummary"] | components["schemas"]["WhatsappChannelSummary"];
        ConditionFilter: {
            op: components["schemas"]["FilterOperator"];
            property: string;
            value?: string | number | boolean;
        };
        Conditions: {
            event_name: string;
            filters: components["schemas"]["ConditionFilter"][];
        };
        CustomEvent: {
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name: string;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id?: string | null;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "custom";
            user_agent?: string | null;
            user_id: string;
        };
        DayUsage: {
            accepted: number;
            /** Format: date */
            day: string;
        };
        DeliveryIssue: {
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped. In-app messages that failed or were skipped. Email messages that failed or were skipped. SMS messages that failed or were skipped. WhatsApp messages that failed or were skipped.
             */
            count: number;
            /**
             * Delivery issue rate
             * @description Delivery issues as a share of the users who entered any Push step. Delivery issues as a share of the users who entered any In-app step. Delivery issues as a share of the users who entered any Email step. Delivery issues as a share of the users who entered any SMS step. Delivery issues as a share of the users who entered any WhatsApp step.
             */
            rate: number | null;
            reason: string;
        };
        DeliveryIssues: {
            channel: components["schemas"]["Channel"];
            /**
             * Delivery issue rate
             * @description Delivery issues as a share of the users who entered any Push step. Delivery issues as a share of the users who entered any In-app step. Delivery issues as a share of the users who entered any Email step. Delivery issues as a share of the users who entered any SMS step. Delivery issues as a share of the users who entered any WhatsApp step.
             */
            delivery_issue_rate: number | null;
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped. In-app messages that failed or were skipped. Email messages that failed or were skipped. SMS messages that failed or were skipped. WhatsApp messages that failed or were skipped.
             */
            delivery_issues: number;
            issues: components["schemas"]["DeliveryIssue"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        Described: {
            definition: string;
            key: string;
            title: string;
            unit: components["schemas"]["Unit"];
        };
        DroppedEvent: {
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            /** @enum {string} */
            reason: "internal_error" | "sending_error";
            step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dropped";
            user_agent?: string | null;
            user_id: string;
        };
        DurationBar: {
            /** @description How many values lie up to it, and above the bound before. */
            count: number;
            /** @description The bound, which is included; null for all longer values. */
            up_to_ms: number | null;
        };
        /** @enum {string} */
        DurationMeasure: "time_to_convert" | "time_to_deliver" | "time_to_open" | "time_to_click" | "time_in_step";
        DurationPercentiles: {
            25: number | null;
            50: number | null;
            75: number | null;
            90: number | null;
            95: number | null;
            99: number | null;
        };
        DurationPoint: {
            /** @description How many values belong to the bucket. */
            count: number;
            /** @description Their median; null without values. */
            p50_ms: number | null;
            /** @description Their 95th percentile; null without values. */
            p95_ms: number | null;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        Durations: {
            /** @description How many values there are, negative ones not included. */
            count: number;
            /** @description How many values there are up to each bound, and above the one before. */
            histogram: components["schemas"]["DurationBar"][];
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            /** @description The mean, rounded half up to whole milliseconds; null without values. */
            mean_ms: number | null;
            measure: components["schemas"]["DurationMeasure"];
            /** @description How many values are below zero, as what should come first has the later time. Nothing else counts them. */
            negative: number;
            /** @description Percentiles by nearest rank: the least value that this share of the values does not exceed; null without values. */
            percentiles_ms: components["schemas"]["DurationPercentiles"];
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["DurationPoint"][];
        };
        EmailChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "email";
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            metrics: {
                /**
                 * Click rate
                 * @description Clicked as a share of recipients.
                 */
                click_rate: number | null;
                /**
                 * Clicked
                 * @description Users who clicked a link in an email, counted once per email step.
                 */
                clicked: number;
                /**
                 * Complaint rate
                 * @description Complaints as a share of recipients.
                 */
                complaint_rate: number | null;
                /**
                 * Complaints
                 * @description Users who marked an email as spam, counted once per email step.
                 */
                complaints: number;
                /**
                 * Delivered
                 * @description Emails delivered, including several to the same user.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Email step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Email messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                delivery_rate: number | null;
                /**
                 * Hard bounce rate
                 * @description Hard bounces as a share of recipients.
                 */
                hard_bounce_rate: number | null;
                /**
                 * Hard bounces
                 * @description Emails that could not be delivered for a permanent reason.
                 */
                hard_bounces: number;
                /**
                 * Opened unique
                 * @description Users who opened an email, counted once per email step.
                 */
                opened_unique: number;
                /**
                 * Recipients
                 * @description Email messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description Email messages sent, including failed attempts.
                 */
                sent: number;
                /**
                 * Soft bounce rate
                 * @description Soft bounces as a share of recipients.
                 */
                soft_bounce_rate: number | null;
                /**
                 * Soft bounces
                 * @description Emails that could not be delivered for a temporary reason.
                 */
                soft_bounces: number;
                /**
                 * Unique delivered
                 * @description Users to whom at least one email was delivered.
                 */
                unique_delivered: number;
                /**
                 * Unique delivery rate
                 * @description Unique delivered as a share of recipients.
                 */
                unique_delivery_rate: number | null;
                /**
                 * Unique open rate
                 * @description Opened unique as a share of recipients.
                 */
                unique_open_rate: number | null;
                /**
                 * Unsubscribe rate
                 * @description Unsubscribed as a share of recipients.
                 */
                unsubscribe_rate: number | null;
                /**
                 * Unsubscribed
                 * @description Users who unsubscribed through an email, counted once per email step.
                 */
                unsubscribed: number;
            };
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["EmailChannelPoint"][];
        };
        EmailChannelPoint: {
            /**
             * Clicked
             * @description Users who clicked a link in an email, counted once per email step.
             */
            clicked: number;
            /**
             * Complaints
             * @description Users who marked an email as spam, counted once per email step.
             */
            complaints: number;
            /**
             * Delivered
             * @description Emails delivered, including several to the same user.
             */
            delivered: number;
            /**
             * Delivery issues
             * @description Email messages that failed or were skipped.
             */
            delivery_issues: number;
            /**
             * Hard bounces
             * @description Emails that could not be delivered for a permanent reason.
             */
            hard_bounces: number;
            /**
             * Opened unique
             * @description Users who opened an email, counted once per email step.
             */
            opened_unique: number;
            /**
             * Recipients
             * @description Email messages that the provider accepted, excluding failed attempts.
             */
            recipients: number;
            /**
             * Sent
             * @description Email messages sent, including failed attempts.
             */
            sent: number;
            /**
             * Soft bounces
             * @description Emails that could not be delivered for a temporary reason.
             */
            soft_bounces: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
            /**
             * Unique delivered
             * @description Users to whom at least one email was delivered.
             */
            unique_delivered: number;
            /**
             * Unsubscribed
             * @description Users who unsubscribed through an email, counted once per email step.
             */
            unsubscribed: number;
        };
        EmailChannelSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "email";
            metrics: {
                /**
                 * Click rate
                 * @description Clicked as a share of recipients.
                 */
                click_rate: number | null;
                /**
                 * Clicked
                 * @description Users who clicked a link in an email, counted once per email step.
                 */
                clicked: number;
                /**
                 * Complaint rate
                 * @description Complaints as a share of recipients.
                 */
                complaint_rate: number | null;
                /**
                 * Complaints
                 * @description Users who marked an email as spam, counted once per email step.
                 */
                complaints: number;
                /**
                 * Delivered
                 * @description Emails delivered, including several to the same user.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Email step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Email messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                delivery_rate: number | null;
                /**
                 * Hard bounce rate
                 * @description Hard bounces as a share of recipients.
                 */
                hard_bounce_rate: number | null;
                /**
                 * Hard bounces
                 * @description Emails that could not be delivered for a permanent reason.
                 */
                hard_bounces: number;
                /**
                 * Opened unique
                 * @description Users who opened an email, counted once per email step.
                 */
                opened_unique: number;
                /**
                 * Recipients
                 * @description Email messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description Email messages sent, including failed attempts.
                 */
                sent: number;
                /**
                 * Soft bounce rate
                 * @description Soft bounces as a share of recipients.
                 */
                soft_bounce_rate: number | null;
                /**
                 * Soft bounces
                 * @description Emails that could not be delivered for a temporary reason.
                 */
                soft_bounces: number;
                /**
                 * Unique delivered
                 * @description Users to whom at least one email was delivered.
                 */
                unique_delivered: number;
                /**
                 * Unique delivery rate
                 * @description Unique delivered as a share of recipients.
                 */
                unique_delivery_rate: number | null;
                /**
                 * Unique open rate
                 * @description Opened unique as a share of recipients.
                 */
                unique_open_rate: number | null;
                /**
                 * Unsubscribe rate
                 * @description Unsubscribed as a share of recipients.
                 */
                unsubscribe_rate: number | null;
                /**
                 * Unsubscribed
                 * @description Users who unsubscribed through an email, counted once per email step.
                 */
                unsubscribed: number;
            };
        };
        EmailMessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            clicked_users: number;
            /**
             * Complained
             * @description Users who reported the message as spam.
             */
            complained_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            goal_conversion_rate: number | null;
            /**
             * Hard bounces
             * @description Messages that could not be delivered for a permanent reason.
             */
            hard_bounces: number;
            name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            opened_users: number;
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, number of times shown.
             */
            sent: number;
            /**
             * Soft bounces
             * @description Messages that could not be delivered for a temporary reason.
             */
            soft_bounces: number;
            step_id: string;
            /**
             * Unsubscribed
             * @description Users who unsubscribed through the message.
             */
            unsubscribed_users: number;
        };
        EmailMessages: {
            attribution: components["schemas"]["Attribution"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "email";
            goal: string | null;
            messages: components["schemas"]["EmailMessageRow"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        EnteredEvent: {
            arm?: string | null;
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "entered";
            user_agent?: string | null;
            user_id: string;
        };
        Entry: {
            access: components["schemas"]["HistoryAccess"] | null;
            /** Format: date-time */
            at: string;
            by: string;
            change: string;
            erasure_id: string | null;
            journey_id: string | null;
            key_id: string | null;
            limits: components["schemas"]["SetLimit"][];
            name: string | null;
            retention: components["schemas"]["SetRetention"] | null;
            role: components["schemas"]["Role"] | null;
            time_zone: string | null;
        };
        Erasure: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            removed_at: string | null;
            /** Format: date-time */
            requested_at: string;
            requested_by: string;
            status: components["schemas"]["ErasureStatus"];
        };
        ErasureAccepted: {
            /** Format: uuid */
            id: string;
            status: components["schemas"]["ErasureStatus"];
        };
        /** @enum {string} */
        ErasureStatus: "pending" | "erased" | "removed";
        Event: components["schemas"]["EnteredEvent"] | components["schemas"]["StepEnteredEvent"] | components["schemas"]["StepCompletedEvent"] | components["schemas"]["ExitedEvent"] | components["schemas"]["DroppedEvent"] | components["schemas"]["MessageSentEvent"] | components["schemas"]["MessageFailedEvent"] | components["schemas"]["MessageSkippedEvent"] | components["schemas"]["MessageDeliveredEvent"] | components["schemas"]["MessageOpenedEvent"] | components["schemas"]["MessageClickedEvent"] | components["schemas"]["MessageReadEvent"] | components["schemas"]["MessageShownEvent"] | components["schemas"]["MessageInteractedEvent"] | components["schemas"]["MessageDismissedEvent"] | components["schemas"]["MessageUnsubscribedEvent"] | components["schemas"]["MessageHardBouncedEvent"] | components["schemas"]["MessageSoftBouncedEvent"] | components["schemas"]["MessageComplainedEvent"] | components["schemas"]["GoalReachedEvent"] | components["schemas"]["CustomEvent"];
        EventReceipt: {
            accepted: number;
            ignored_erased: number;
            /** @description The number of accepted events that were not stored because they are older than the tenant's `retention_days`. */
            ignored_expired: number;
            rejected: components["schemas"]["Rejection"][];
        };
        /** @enum {string} */
        EventType: "entered" | "step_entered" | "step_completed" | "exited" | "dropped" | "message_sent" | "message_failed" | "message_skipped" | "message_delivered" | "message_opened" | "message_clicked" | "message_read" | "message_shown" | "message_interacted" | "message_dismissed" | "message_unsubscribed" | "message_hard_bounced" | "message_soft_bounced" | "message_complained" | "goal_reached" | "custom";
        ExitedEvent: {
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            /** @enum {string} */
            reason: "completed" | "cancel_event" | "left";
            step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "exited";
            user_agent?: string | null;
            user_id: string;
        };
        Export: {
            about: components["schemas"]["ExportAbout"];
            /** Format: date-time */
            created_at: string;
            /** @description The id of the key that requested it. */
            created_by: string;
            /** @description Why there is no file, or no longer, in words. */
            error: string | null;
            /**
             * Format: date-time
             * @description When its file will be removed.
             */
            expires_at: string | null;
            file: components["schemas"]["ExportFile"] | null;
            /** Format: date-time */
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ExportKind"];
            /** @description How much of it is done; null if unknown. */
            progress: number | null;
            /** @description How many there will be, as far as is known. */
            rows_total: number | null;
            /** @description How many rows there are so far, the header not counted. */
            rows_written: number;
            /**
             * Format: date-time
             * @description When its file was begun for the last time.
             */
            started_at: string | null;
            status: components["schemas"]["ExportStatus"];
        };
        ExportAbout: {
            /** @description Whether the file begins with a byte order mark. */
            bom: boolean;
            channel: string | null;
            filters: components["schemas"]["ExportAboutFilters"];
            /**
             * Format: date-time
             * @description The first instant; null where there is no bound.
             */
            from: string | null;
            goal: string | null;
            /** Format: uuid */
            journey_id: string | null;
            /** @description The requested period. */
            period: string;
            /** @description Whether texts stay as they are, for programs. */
            raw: boolean;
            step_id: string | null;
            /**
             * Format: date-time
             * @description The first instant after it; null where there is no bound.
             */
            to: string | null;
            /** @description The zone of its days, by its IANA name. */
            tz: string;
        };
        ExportAboutFilters: {
            category: string | null;
            q: string | null;
            search: string | null;
            status: string | null;
            type: string | null;
        };
        ExportAccepted: {
            /** Format: uuid */
            id: string;
            status: components["schemas"]["ExportStatus"];
        };
        ExportFile: {
            name: string;
            /** @description The SHA-256 of these bytes, in hexadecimal. */
            sha256: string;
            /** @description How many bytes it has. */
            size: number;
        };
        ExportFilters: {
            /** @description Only journeys of this category. */
            category?: string | null;
            /** @description Only journeys with this in their title, regardless of case. */
            q?: string | null;
            /** @description Only users whose id, or the id of a device of theirs, begins with this. */
            search?: string | null;
            /** @description Only journeys of this status, or only users who are in this state now. */
            status?: string | null;
            /** @description Only journeys of this type. */
            type?: string | null;
        };
        ExportForm: {
            /**
             * @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
             * @default false
             */
            bom: boolean | null;
            channel?: components["schemas"]["Channel"] | null;
            filters?: components["schemas"]["ExportFilters"] | null;
            /**
             * Format: date
             * @description The first day of a custom period.
             */
            from?: string | null;
            /** @description The id of a goal of the journey. */
            goal?: string | null;
            /**
             * Format: uuid
             * @description The journey; not with `journeys`.
             */
            journey_id?: string | null;
            /** @description What the file holds: `journeys` are the campaign statistics, one row per journey; all others are about one journey, and as the CSV of the same name. */
            kind: components["schemas"]["ExportKind"];
            /**
             * @description The time asked about, as it is at the moment of the request.
             * @default all
             * @enum {string|null}
             */
            period: "all" | "today" | "yesterday" | "7d" | "30d" | "custom" | null;
            /**
             * @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front.
             * @default false
             */
            raw: boolean | null;
            /** @description The id of the message's step. */
            step_id?: string | null;
            /**
             * Format: date
             * @description The last day of a custom period, included.
             */
            to?: string | null;
            /** @description The zone of calendar days; the tenant's unless given. */
            tz?: string | null;
        };
        /** @enum {string} */
        ExportKind: "journeys" | "users" | "goals" | "goal_conversions" | "messages" | "message_days" | "message_users";
        ExportList: {
            exports: components["schemas"]["Export"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        ExportStatus: "queued" | "running" | "ready" | "failed" | "cancelled" | "expired";
        FieldError: {
            field: string;
            message: string;
        };
        Filter: {
            op: components["schemas"]["FilterOperator"];
            property: string;
            /** @description The value to compare with; omitted with `exists`. */
            value: string | number | boolean | null;
        };
        FilterForm: {
            op: components["schemas"]["FilterOperator"];
            property: string;
            /** @description The value to compare with; omitted with `exists`. */
            value?: string | number | boolean | null;
        };
        /** @enum {string} */
        FilterOperator: "eq" | "neq" | "gt" | "gte" | "lt" | "lte" | "contains" | "exists";
        FlowEdge: {
            /**
             * Passages
             * @description Number of times the one follows the other on trips that began in the period.
             */
            count: number;
            end: components["schemas"]["TripEnd"] | null;
            /** @description The id of the step before; null for the start of trips. */
            from: string | null;
            /** @description The id of the step that follows; null where trips end. */
            to: string | null;
        };
        FlowNode: {
            channel: components["schemas"]["Channel"] | null;
            /**
             * Completed
             * @description Trips that began in the period and completed the step.
             */
            completed_trips: number;
            ends: {
                /**
                 * Dropped here
                 * @description Trips that began in the period, whose last visit is the step, and that ended when a technical problem removed the user.
                 */
                dropped: number;
                /**
                 * Entered again from here
                 * @description Trips that began in the period, whose last visit is the step, and that ended when the user entered again.
                 */
                entered_again: number;
                /**
                 * Exited here
                 * @description Trips that began in the period, whose last visit is the step, and that ended when the user completed or left the journey.
                 */
                exited: number;
                /**
                 * In progress here
                 * @description Trips that began in the period, whose last visit is the step, and that are still in progress.
                 */
                in_progress: number;
            };
            kind: components["schemas"]["StepKind"] | null;
            /** @description Its name; the id of a step that only events name. */
            name: string;
            step_id: string;
            /**
             * Trips
             * @description Trips that began in the period and visited the step.
             */
            trips: number;
            /**
             * Visits
             * @description Visits to the step on trips that began in the period.
             */
            visits: number;
        };
        Goal: {
            /** @default 30 */
            conversion_period_days: number;
            /**
             * @description The currency of all values as a three-letter code.
             * @example EUR
             */
            currency: string | null;
            /** @description The event property with the value's currency, a text of 1 to 8 letters. It cannot be combined with `currency`. */
            currency_property: string | null;
            /** @description The custom event that reaches the goal. If omitted, only `goal_reached` events count. */
            event_name: string | null;
            filters: components["schemas"]["Filter"][] | null;
            /** @description The step whose completion starts the conversion period. If omitted, entering the journey starts it. */
            goal_step_id: string | null;
            /** @description Unique in the journey. It appears in URLs, so it cannot be `.` or `..` or contain U+0000. */
            id: string;
            name: string;
            /** @description The numeric event property with a conversion's value. If omitted, conversions have no value. */
            value_property: string | null;
        };
        GoalFigures: {
            conditions: components["schemas"]["Conditions"] | null;
            conversion_period_days: number;
            /**
             * Conversion rate
             * @description Users who reached the goal, as a share of the entrances of the same period.
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @description Conversions of the goal in the period, including several of the same user.
             */
            conversions: number;
            /**
             * Count
             * @description Users who reached the goal in the period, each once.
             */
            count: number;
            id: string;
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            name: string;
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["GoalPoint"][];
            values: components["schemas"]["GoalValue"][];
        };
        GoalForm: {
            /** @default 30 */
            conversion_period_days: number | null;
            /**
             * @description The currency of all values as a three-letter code.
             * @example EUR
             */
            currency?: string | null;
            /** @description The event property with the value's currency, a text of 1 to 8 letters. It cannot be combined with `currency`. */
            currency_property?: string | null;
            /** @description The custom event that reaches the goal. If omitted, only `goal_reached` events count. */
            event_name?: string | null;
            filters?: components["schemas"]["FilterForm"][] | null;
            /** @description The step whose completion starts the conversion period. If omitted, entering the journey starts it. */
            goal_step_id?: string | null;
            /** @description Unique in the journey. It appears in URLs, so it cannot be `.` or `..` or contain U+0000. */
            id: string;
            name: string;
            /** @description The numeric event property with a conversion's value. If omitted, conversions have no value. */
            value_property?: string | null;
        };
        GoalPerformance: {
            conditions: components["schemas"]["Conditions"] | null;
            conversion_period_days: number;
            /**
             * Conversion rate
             * @description Users who reached the goal, as a share of the entrances of the same period.
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @description Conversions of the goal in the period, including several of the same user.
             */
            conversions: number;
            /**
             * Count
             * @description Users who reached the goal in the period, each once.
             */
            count: number;
            id: string;
            name: string;
            /** @description What they are worth, the largest sum first; none without a value. */
            values: components["schemas"]["GoalValue"][];
        };
        GoalPoint: {
            /**
             * Conversions
             * @description Conversions of the goal in the period, including several of the same user.
             */
            conversions: number;
            /**
             * Count
             * @description Users who reached the goal in the period, each once.
             */
            count: number;
            /** @description The start of the bucket, with the zone's offset then. */
            time: string;
            values: components["schemas"]["GoalPointValue"][];
        };
        GoalPointValue: {
            currency: string | null;
            value: string;
        };
        GoalReachedEvent: {
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id: string;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "goal_reached";
            user_agent?: string | null;
            user_id: string;
        };
        GoalValue: {
            /**
             * @description The value by the conversions that have one.
             * @example 4.0000
             */
            average_value: string;
            /** @description The currency; null where neither the goal nor the event names one. */
            currency: string | null;
            /**
             * @description The sum of the values, exactly.
             * @example 12.0000
             */
            value: string;
            /**
             * @description The value by the entrances of the same period; null where there are none.
             * @example 1.2000
             */
            value_per_entrance: string | null;
            /** @description How many conversions have a value in this currency. */
            valued_conversions: number;
        };
        Health: {
            /**
             * Drop-offs
             * @description Number of times a technical problem removed users from the journey: internal and sending errors.
             */
            drop_offs: number;
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            /**
             * Open rate
             * @description Messages opened, as a share of the recipients of push, email and WhatsApp messages.
             */
            messages_open_rate: number | null;
            /**
             * Messages opened
             * @description Push messages opened, emails opened (each user once per email step) and WhatsApp messages read.
             */
            messages_opened: number;
            /**
             * Messages sent
             * @description Messages sent in all channels, including failed attempts, and in-app messages shown.
             */
            messages_sent: number;
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["HealthPoint"][];
        };
        HealthPoint: {
            drop_offs: {
                /**
                 * Internal errors
                 * @description Drop-offs caused by an error in the journey's own logic or conditions.
                 */
                internal_errors: number;
                /**
                 * Sending errors
                 * @description Drop-offs caused by a message that could not be sent.
                 */
                sending_errors: number;
            };
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            goals_achieved: {
                [key: string]: number;
            };
            messages_sent: {
                /**
                 * Email
                 * @description Email messages sent, including failed attempts.
                 */
                email: number;
                /**
                 * In-app
                 * @description In-app messages shown.
                 */
                in_app: number;
                /**
                 * Push
                 * @description Push messages sent, including failed attempts.
                 */
                push: number;
                /**
                 * SMS
                 * @description SMS messages sent, including failed attempts.
                 */
                sms: number;
                /**
                 * WhatsApp
                 * @description WhatsApp messages sent, including failed attempts.
                 */
                whatsapp: number;
            };
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        HistoryAccess: {
            /** @description The client's address; for IPv6 the network. */
            address: string | null;
            /** @description The total size of all responses in bytes. */
            bytes: number;
            channel: string | null;
            /** @description The number of completely sent responses. */
            completed: number;
            /** @description The number of occurrences. Equal accesses within a minute are one entry, refusals within an hour. */
            count: number;
            export_id: string | null;
            export_kind: string | null;
            goal_id: string | null;
            key_name: string | null;
            /** Format: date-time */
            last_at: string;
            /** @description The `operationId` of the operation, as in this document. */
            operation: string | null;
            step_id: string | null;
        };
        /** @enum {string} */
        HistoryKind: "tenant_created" | "tenant_edited" | "tenant_deleted" | "tenant_erased" | "key_issued" | "key_revoked" | "journey_deleted" | "user_erased" | "signed_in" | "signed_out" | "key_refused" | "request_refused" | "file_downloaded" | "users_listed";
        ImportProblem: {
            accepted: number;
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            ignored_erased: number;
            ignored_expired: number;
            next_index?: number;
            rejected: components["schemas"]["Rejection"][];
            rejected_count: number;
            /** @description The request's id, as in the `X-Request-Id` header. */
            request_id?: string;
            status: number;
            title: string;
            type: string;
        };
        ImportReceipt: {
            accepted: number;
            ignored_erased: number;
            /** @description The number of accepted events that were not stored because they are older than the tenant's `retention_days`. */
            ignored_expired: number;
            rejected: components["schemas"]["Rejection"][];
            rejected_count: number;
        };
        InAppChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "in_app";
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any In-app step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description In-app messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Impressions
                 * @description Number of times in-app messages were shown.
                 */
                impressions: number;
                /**
                 * Interaction rate
                 * @description Interactions as a share of impressions.
                 */
                interaction_rate: number | null;
                /**
                 * Interactions
                 * @description Number of times users interacted with in-app messages.
                 */
                interactions: number;
                /**
                 * Skips
                 * @description Number of times users dismissed in-app messages.
                 */
                skips: number;
            };
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["InAppChannelPoint"][];
        };
        InAppChannelPoint: {
            /**
             * Delivery issues
             * @description In-app messages that failed or were skipped.
             */
            delivery_issues: number;
            /**
             * Impressions
             * @description Number of times in-app messages were shown.
             */
            impressions: number;
            /**
             * Interactions
             * @description Number of times users interacted with in-app messages.
             */
            interactions: number;
            /**
             * Skips
             * @description Number of times users dismissed in-app messages.
             */
            skips: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        InAppChannelSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "in_app";
            metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any In-app step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description In-app messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Impressions
                 * @description Number of times in-app messages were shown.
                 */
                impressions: number;
                /**
                 * Interaction rate
                 * @description Interactions as a share of impressions.
                 */
                interaction_rate: number | null;
                /**
                 * Interactions
                 * @description Number of times users interacted with in-app messages.
                 */
                interactions: number;
                /**
                 * Skips
                 * @description Number of times users dismissed in-app messages.
                 */
                skips: number;
            };
        };
        InAppMessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            clicked_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            goal_conversion_rate: number | null;
            name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            opened_users: number;
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, number of times shown.
             */
            sent: number;
            step_id: string;
        };
        InAppMessages: {
            attribution: components["schemas"]["Attribution"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "in_app";
            goal: string | null;
            messages: components["schemas"]["InAppMessageRow"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        /** @enum {string} */
        Interval: "hour" | "day" | "week" | "month";
        IssuedKey: {
            id: string;
            key: string;
            role: components["schemas"]["Role"];
        };
        Journey: {
            category: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            ended_at: string | null;
            goals: components["schemas"]["Goal"][];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            launched_at: string | null;
            status: components["schemas"]["JourneyStatus"];
            steps: components["schemas"]["Step"][];
            title: string;
            type: components["schemas"]["JourneyType"];
        };
        JourneyChange: {
            /** Format: date-time */
            at: string;
            /** @description The id of the API key that made the change. */
            by: string;
            /** @description `created`, `cloned`, `replaced`, `renamed`, or the new status. */
            change: string;
            title: string | null;
            version: number;
        };
        JourneyChannels: {
            channels: components["schemas"]["Channel"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        JourneyFlow: {
            /** @description How often one thing follows another. Those from the start add up to trips. */
            edges: components["schemas"]["FlowEdge"][];
            /** @description The steps in the order of the definition, then others by id. */
            nodes: components["schemas"]["FlowNode"][];
            period: components["schemas"]["ResolvedPeriod"];
            /** @description Trips that start in the period: its entrances. */
            trips: number;
        };
        JourneyForm: {
            category?: string | null;
            goals: components["schemas"]["GoalForm"][];
            /**
             * Format: uuid
             * @description The id; generated if omitted.
             */
            id?: string | null;
            steps: components["schemas"]["StepForm"][];
            title: string;
            type?: components["schemas"]["JourneyType"] | null;
        };
        JourneyHistory: {
            changes: components["schemas"]["JourneyChange"][];
        };
        JourneyList: {
            journeys: components["schemas"]["JourneyRow"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The number of journeys that match, on all pages. */
            total: number;
        };
        JourneyRow: {
            category: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            ended_at: string | null;
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries. No number (null) where counting this journey takes more time or memory than a statement may have.
             */
            entrances: number | null;
            /**
             * Goals reached
             * @description Users who reached any goal of the journey, each once. No number (null) where counting this journey takes more time or memory than a statement may have.
             */
            goals_reached: number | null;
            /** Format: uuid */
            id: string;
            /**
             * In journey now
             * @description Users who are in the journey at this moment; the period does not apply. No number (null) where counting this journey takes more time or memory than a statement may have.
             */
            in_journey_now: number | null;
            /** Format: date-time */
            launched_at: string | null;
            status: components["schemas"]["JourneyStatus"];
            title: string;
            type: components["schemas"]["JourneyType"];
        };
        /** @enum {string} */
        JourneyStatus: "draft" | "active" | "paused" | "finished" | "stopped";
        JourneySteps: {
            /** @description Users who are in the journey now and have not completed a step since they entered. */
            at_no_step_now: number;
            period: components["schemas"]["ResolvedPeriod"];
            steps: components["schemas"]["StepRow"][];
        };
        /** @enum {string} */
        JourneyType: "audience_based" | "trigger_based";
        KeyForm: {
            name?: string | null;
            /** @enum {string} */
            role: "ingest" | "read" | "manage" | "admin";
        };
        KeyList: {
            keys: components["schemas"]["ApiKey"][];
        };
        /** @enum {string} */
        Limit: "journeys" | "definition_bytes" | "keys" | "revisions" | "rejected_events" | "rejected_bytes" | "events_per_day" | "stored_events";
        LimitUsage: {
            limit: components["schemas"]["Limit"];
            maximum: number | null;
            /** @description The amount in use; for `revisions`, of the journey with the most. */
            used: number;
        };
        MessageClickedEvent: {
            /** @enum {string} */
            channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_clicked";
            user_agent?: string | null;
            user_id: string;
        };
        MessageComplainedEvent: {
            /** @constant */
            channel: "email";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_complained";
            user_agent?: string | null;
            user_id: string;
        };
        MessageDeliveredEvent: {
            /** @enum {string} */
            channel: "push" | "email" | "sms" | "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_delivered";
            user_agent?: string | null;
            user_id: string;
        };
        MessageDismissedEvent: {
            /** @constant */
            channel: "in_app";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_dismissed";
            user_agent?: string | null;
            user_id: string;
        };
        MessageFailedEvent: {
            /** @enum {string} */
            channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason: string;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_failed";
            user_agent?: string | null;
            user_id: string;
        };
        MessageHardBouncedEvent: {
            /** @constant */
            channel: "email";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_hard_bounced";
            user_agent?: string | null;
            user_id: string;
        };
        MessageInteractedEvent: {
            /** @constant */
            channel: "in_app";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_interacted";
            user_agent?: string | null;
            user_id: string;
        };
        MessageLink: {
            /**
             * Click rate
             * @description Users who clicked the link, as a share of the message's recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked the link.
             */
            clicked_users: number;
            /**
             * Clicks
             * @description Clicks on the link.
             */
            clicks: number;
            /** @description Its address; null for the clicks that name none. */
            link_url: string | null;
        };
        MessageLinks: {
            channel: components["schemas"]["Channel"];
            /**
             * Clicked
             * @description Users who clicked the link.
             */
            clicked_users: number;
            links: components["schemas"]["MessageLink"][];
            /** @description Clicks on links beyond the limit. */
            other_clicks: number;
            period: components["schemas"]["ResolvedPeriod"];
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            step_id: string;
        };
        MessageOpenedEvent: {
            /** @enum {string} */
            channel: "push" | "email";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_opened";
            user_agent?: string | null;
            user_id: string;
        };
        MessageReadEvent: {
            /** @constant */
            channel: "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_read";
            user_agent?: string | null;
            user_id: string;
        };
        Messages: components["schemas"]["PushMessages"] | components["schemas"]["InAppMessages"] | components["schemas"]["EmailMessages"] | components["schemas"]["SmsMessages"] | components["schemas"]["WhatsappMessages"];
        MessageSentEvent: {
            /** @enum {string} */
            channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_sent";
            user_agent?: string | null;
            user_id: string;
        };
        MessageShownEvent: {
            /** @constant */
            channel: "in_app";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_shown";
            user_agent?: string | null;
            user_id: string;
        };
        MessageSkippedEvent: {
            /** @enum {string} */
            channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason: string;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_skipped";
            user_agent?: string | null;
            user_id: string;
        };
        MessageSoftBouncedEvent: {
            /** @constant */
            channel: "email";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_soft_bounced";
            user_agent?: string | null;
            user_id: string;
        };
        MessageUnsubscribedEvent: {
            /** @constant */
            channel: "email";
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message_unsubscribed";
            user_agent?: string | null;
            user_id: string;
        };
        MetricList: {
            places: components["schemas"]["Place"][];
        };
        /** @enum {string} */
        MetricSet: "audience" | "journey_list" | "performance" | "goal" | "channel" | "channel_counts" | "message" | "link" | "attribution" | "step" | "flow_step" | "flow_ends" | "passages" | "durations" | "delivery_issues" | "health" | "health_point" | "messages_sent" | "drop_offs";
        NoneAccepted: {
            accepted: number;
            detail: string;
            rejected: components["schemas"]["Rejection"][];
            /** @description The request's id, as in the `X-Request-Id` header. */
            request_id?: string;
            status: number;
            title: string;
            type: string;
        };
        Overview: {
            audience: components["schemas"]["OverviewAudience"];
            /** @description The channels of `stats/channels`, in display order. */
            channels: components["schemas"]["ChannelSummary"][];
            health: components["schemas"]["OverviewHealth"];
            performance: components["schemas"]["OverviewPerformance"];
            period: components["schemas"]["ResolvedPeriod"];
        };
        OverviewAudience: {
            /**
             * Drop-offs
             * @description Number of times a technical problem removed users from the journey: internal and sending errors.
             */
            drop_offs: number;
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            /**
             * Exits
             * @description Number of times users completed or left the journey in the period.
             */
            exits: number;
            /**
             * In journey now
             * @description Users who are in the journey at this moment; the period does not apply.
             */
            in_journey_now: number;
            /**
             * Internal errors
             * @description Drop-offs caused by an error in the journey's own logic or conditions.
             */
            internal_errors: number;
            /**
             * Sending errors
             * @description Drop-offs caused by a message that could not be sent.
             */
            sending_errors: number;
        };
        OverviewHealth: {
            /**
             * Drop-offs
             * @description Number of times a technical problem removed users from the journey: internal and sending errors.
             */
            drop_offs: number;
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            /**
             * Open rate
             * @description Messages opened, as a share of the recipients of push, email and WhatsApp messages.
             */
            messages_open_rate: number | null;
            /**
             * Messages opened
             * @description Push messages opened, emails opened (each user once per email step) and WhatsApp messages read.
             */
            messages_opened: number;
            /**
             * Messages sent
             * @description Messages sent in all channels, including failed attempts, and in-app messages shown.
             */
            messages_sent: number;
            series: components["schemas"]["HealthPoint"][];
        };
        OverviewPerformance: {
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            goals: components["schemas"]["GoalPerformance"][];
        };
        Performance: {
            /**
             * Entrances
             * @description Number of times users entered the journey in the period, including repeated entries.
             */
            entrances: number;
            goals: components["schemas"]["GoalPerformance"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        Place: {
            channel: components["schemas"]["Channel"] | null;
            metrics: components["schemas"]["Described"][];
            place: components["schemas"]["MetricSet"];
        };
        Problem: {
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            /** @description The request's id, as in the `X-Request-Id` header. */
            request_id?: string;
            status: number;
            title: string;
            type: string;
        };
        PushChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "push";
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Push step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Push messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Open rate
                 * @description Opened as a share of recipients.
                 */
                open_rate: number | null;
                /**
                 * Opened
                 * @description Push messages that were opened, each counted once.
                 */
                opened: number;
                /**
                 * Recipients
                 * @description Push messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description Push messages sent, including failed attempts.
                 */
                sent: number;
            };
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["PushChannelPoint"][];
        };
        PushChannelPoint: {
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped.
             */
            delivery_issues: number;
            /**
             * Opened
             * @description Push messages that were opened, each counted once.
             */
            opened: number;
            /**
             * Recipients
             * @description Push messages that the provider accepted, excluding failed attempts.
             */
            recipients: number;
            /**
             * Sent
             * @description Push messages sent, including failed attempts.
             */
            sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        PushChannelSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "push";
            metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Push step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Push messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Open rate
                 * @description Opened as a share of recipients.
                 */
                open_rate: number | null;
                /**
                 * Opened
                 * @description Push messages that were opened, each counted once.
                 */
                opened: number;
                /**
                 * Recipients
                 * @description Push messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description Push messages sent, including failed attempts.
                 */
                sent: number;
            };
        };
        PushMessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            clicked_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            goal_conversion_rate: number | null;
            name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            opened_users: number;
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, number of times shown.
             */
            sent: number;
            step_id: string;
        };
        PushMessages: {
            attribution: components["schemas"]["Attribution"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "push";
            goal: string | null;
            messages: components["schemas"]["PushMessageRow"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        RejectedEvent: {
            errors: components["schemas"]["FieldError"][];
            event: string;
            event_id: string | null;
            index: number;
            /** Format: date-time */
            received_at: string;
            truncated: boolean;
        };
        RejectedEventPage: {
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            rejected: components["schemas"]["RejectedEvent"][];
            /** @description The number of older events that were removed because a limit was reached. */
            removed: number;
        };
        Rejection: {
            errors: components["schemas"]["FieldError"][];
            event_id: string | null;
            index: number;
        };
        ResolvedPeriod: {
            /**
             * Format: date-time
             * @description The start of the first day whose events are kept, with the UTC offset of the tenant's time zone. It never moves back. Only there where it cuts the period: earlier events are not counted.
             */
            data_from?: string;
            /**
             * Format: date-time
             * @description The first instant; null where there is no bound.
             */
            from: string | null;
            /** @description The requested period. */
            name: string;
            /**
             * Format: date-time
             * @description The first instant after it; null where there is no bound.
             */
            to: string | null;
            /** @description The zone of its days, by its IANA name. */
            tz: string;
        };
        /** @enum {string} */
        Role: "ingest" | "read" | "manage" | "admin" | "operator";
        Session: {
            /** Format: date-time */
            expires_at: string | null;
            key_id: string;
            role: components["schemas"]["Role"];
            tenant: components["schemas"]["Tenant"];
        };
        SessionForm: {
            key: string;
        };
        SetLimit: {
            limit: components["schemas"]["Limit"];
            /** @description The new maximum; null if it was reset to the default. */
            maximum: number | null;
        };
        SetRetention: {
            days: number | null;
        };
        SmsChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "sms";
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            metrics: {
                /**
                 * Delivered
                 * @description SMS messages reported as delivered.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any SMS step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description SMS messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of sent.
                 */
                delivery_rate: number | null;
                /**
                 * Sent
                 * @description SMS messages sent, including failed attempts.
                 */
                sent: number;
            };
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["SmsChannelPoint"][];
        };
        SmsChannelPoint: {
            /**
             * Delivered
             * @description SMS messages reported as delivered.
             */
            delivered: number;
            /**
             * Delivery issues
             * @description SMS messages that failed or were skipped.
             */
            delivery_issues: number;
            /**
             * Sent
             * @description SMS messages sent, including failed attempts.
             */
            sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        SmsChannelSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "sms";
            metrics: {
                /**
                 * Delivered
                 * @description SMS messages reported as delivered.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any SMS step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description SMS messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of sent.
                 */
                delivery_rate: number | null;
                /**
                 * Sent
                 * @description SMS messages sent, including failed attempts.
                 */
                sent: number;
            };
        };
        SmsMessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            clicked_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            goal_conversion_rate: number | null;
            name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            opened_users: number | null;
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, number of times shown.
             */
            sent: number;
            step_id: string;
        };
        SmsMessages: {
            attribution: components["schemas"]["Attribution"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "sms";
            goal: string | null;
            messages: components["schemas"]["SmsMessageRow"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
        Step: {
            channel: components["schemas"]["Channel"] | null;
            /** @description Unique in the journey. It appears in URLs, so it cannot be `.` or `..` or contain U+0000. */
            id: string;
            kind: components["schemas"]["StepKind"];
            name: string;
        };
        StepCompletedEvent: {
            arm?: string | null;
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "step_completed";
            user_agent?: string | null;
            user_id: string;
        };
        StepEnteredEvent: {
            /** @enum {string|null} */
            channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            event_id: string;
            event_name?: string | null;
            goal_id?: string | null;
            hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            journey_id: string;
            link_url?: string | null;
            /** @description Whether no person did it, as the sender judges. */
            machine?: boolean | null;
            message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            properties?: Record<string, never> | null;
            reason?: string | null;
            step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "step_entered";
            user_agent?: string | null;
            user_id: string;
        };
        StepForm: {
            channel?: components["schemas"]["Channel"] | null;
            /** @description Unique in the journey. It appears in URLs, so it cannot be `.` or `..` or contain U+0000. */
            id: string;
            kind: components["schemas"]["StepKind"];
            name: string;
        };
        /** @enum {string} */
        StepKind: "entry" | "message" | "wait" | "condition" | "goal" | "exit" | "other";
        StepRow: {
            channel: components["schemas"]["Channel"] | null;
            /**
             * Completed
             * @description Number of times users completed the step in the period.
             */
            completed: number;
            /**
             * Drop-offs
             * @description Number of times a technical problem removed users from the journey at this step in the period.
             */
            drop_offs: number;
            /**
             * Entered
             * @description Number of times users reached the step in the period.
             */
            entered: number;
            /**
             * Exits
             * @description Number of times users completed or left the journey at this step in the period.
             */
            exits: number;
            /**
             * In journey after it
             * @description Users who are in the journey at this moment and completed this step last; the period does not apply.
             */
            in_journey_now: number;
            kind: components["schemas"]["StepKind"] | null;
            name: string;
            step_id: string;
        };
        Tenant: {
            /**
             * Format: date-time
             * @description The start of the first day whose events are kept, with the UTC offset of the tenant's time zone. It never moves back.
             */
            data_from: string | null;
            id: string;
            name: string;
            /** @description The number of days before today whose events are kept; null if events are kept forever. */
            retention_days: number | null;
            time_zone: string;
        };
        TenantDeletion: {
            /** Format: date-time */
            deleted_at: string;
            id: string;
            /** @description `removing` until all of the tenant's data is removed from the disk, then `removed`. Repeat the request to poll. */
            status: components["schemas"]["TenantDeletionStatus"];
        };
        /** @enum {string} */
        TenantDeletionStatus: "removing" | "removed";
        TenantEdit: {
            limits?: components["schemas"]["TenantLimits"] | null;
            name?: string | null;
            /** @description The number of days before today whose events are kept; null keeps events forever. Older events stop counting at once and cannot be restored. */
            retention_days?: number | null;
            /** @description The IANA time zone of the tenant's calendar days. */
            time_zone?: string | null;
        };
        TenantForm: {
            /** @description The tenant's id; it cannot be changed later. */
            id: string;
            name: string;
            /** @description The IANA time zone of the tenant's calendar days. */
            time_zone: string;
        };
        TenantHistory: {
            changes: components["schemas"]["Entry"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The number of older entries that were removed to make room. Changes are never removed. */
            removed: number;
        };
        TenantLimits: {
            /** @description The maximum total size of all journey definitions as JSON, in bytes. Null resets to the default. */
            definition_bytes?: number | null;
            /** @description The maximum number of events accepted per UTC day. Null resets to the default. */
            events_per_day?: number | null;
            /** @description The maximum number of journeys of any status. Null resets to the default. */
            journeys?: number | null;
            /** @description The maximum number of active API keys. Null resets to the default. */
            keys?: number | null;
            /** @description The maximum total size of stored rejected events, in bytes. Null resets to the default. */
            rejected_bytes?: number | null;
            /** @description The maximum number of stored rejected events. Null resets to the default. */
            rejected_events?: number | null;
            /** @description The maximum number of revisions per journey. Null resets to the default. */
            revisions?: number | null;
            /** @description The maximum number of stored events. Null resets to the default. */
            stored_events?: number | null;
        };
        TenantList: {
            tenants: components["schemas"]["Tenant"][];
        };
        TenantUsage: {
            /** @description The stored events per UTC day of acceptance in the last 31 days, latest first. Days without events are omitted. */
            events_by_day: components["schemas"]["DayUsage"][];
            limits: components["schemas"]["LimitUsage"][];
            /** @description The approximate size on disk of the tenant's events and all derived data, in bytes. */
            stored_bytes: number;
        };
        Timeline: {
            /** @description The user's devices in the journey, the one seen last first. */
            devices: string[];
            events: components["schemas"]["TimelineEvent"][];
            /** @description The step where the user is or was last; empty where there is none. */
            last_step: string;
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            status: components["schemas"]["UserState"] | null;
            /** @description How often the user entered: each entrance begins a trip. */
            trips: number;
            user_id: string;
        };
        TimelineEvent: {
            channel: components["schemas"]["Channel"] | null;
            event_name: string | null;
            /** @description The goals that the event is a conversion of. */
            goal_ids: string[];
            hwid: string | null;
            link_url: string | null;
            /** @description The same for all events of one message. */
            message: string | null;
            properties: Record<string, never> | null;
            reason: string | null;
            step_id: string | null;
            step_name: string | null;
            /** Format: date-time */
            time: string;
            /** @description The number of the trip that it lies in; null before the first one. */
            trip: number | null;
            type: components["schemas"]["EventType"];
        };
        TitleForm: {
            title: string;
        };
        /** @enum {string} */
        Touch: "interaction" | "opened_else_sent";
        /** @enum {string} */
        TripEnd: "exited" | "dropped" | "in_progress" | "entered_again";
        /** @enum {string} */
        Unit: "count" | "fraction";
        User: {
            /** @description How often the user entered in the period. */
            entrances: number;
            /** @description The latest device, if any is known. */
            hwid: string | null;
            /** Format: date-time */
            last_entered_at: string;
            /** @description The step where the user is or was last; empty where there is none. */
            last_step: string;
            status: components["schemas"]["UserState"];
            /** Format: date-time */
            updated_at: string;
            user_id: string;
        };
        UserBehindNumber: {
            /** @description How many of the number's events or conversions are the user's. */
            events: number;
            /**
             * Format: date-time
             * @description The first of them.
             */
            first_at: string;
            /** @description The latest device, if any is known. */
            hwid: string | null;
            /**
             * Format: date-time
             * @description The last of them.
             */
            last_at: string;
            /** @description The step where the user is or was last; empty where there is none. */
            last_step: string;
            status: components["schemas"]["UserState"] | null;
            user_id: string;
        };
        UserJourney: {
            /** @description How often the user entered. */
            entrances: number;
            /** Format: uuid */
            journey_id: string;
            /**
             * Format: date-time
             * @description When the user last entered; null where that was never.
             */
            last_entered_at: string | null;
            /** @description The step where the user is or was last; empty where there is none. */
            last_step: string;
            status: components["schemas"]["UserState"];
            title: string;
        };
        UserJourneys: {
            journeys: components["schemas"]["UserJourney"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
        };
        UserPage: {
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            period: components["schemas"]["ResolvedPeriod"];
            users: components["schemas"]["User"][];
        };
        UsersBehind: {
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            period: components["schemas"]["ResolvedPeriod"];
            users: components["schemas"]["UserBehindNumber"][];
        };
        /** @enum {string} */
        UserState: "in_progress" | "exited" | "dropped_off";
        Version: {
            version: string;
        };
        WebhookReceipt: {
            accepted: number;
            ignored: number;
            ignored_erased: number;
            /** @description The number of accepted events that were not stored because they are older than the tenant's `retention_days`. */
            ignored_expired: number;
            rejected: number;
        };
        WhatsappChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "whatsapp";
            /** @description The interval of the series, which the service chose for `auto`. */
            interval?: components["schemas"]["Interval"];
            metrics: {
                /**
                 * Delivered
                 * @description WhatsApp messages reported as delivered or read, each counted once.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any WhatsApp step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description WhatsApp messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                delivery_rate: number | null;
                /**
                 * Read
                 * @description WhatsApp messages that were read, each counted once.
                 */
                read: number;
                /**
                 * Read rate
                 * @description Read as a share of recipients.
                 */
                read_rate: number | null;
                /**
                 * Recipients
                 * @description WhatsApp messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description WhatsApp messages sent, including failed attempts.
                 */
                sent: number;
            };
            period: components["schemas"]["ResolvedPeriod"];
            series: components["schemas"]["WhatsappChannelPoint"][];
        };
        WhatsappChannelPoint: {
            /**
             * Delivered
             * @description WhatsApp messages reported as delivered or read, each counted once.
             */
            delivered: number;
            /**
             * Delivery issues
             * @description WhatsApp messages that failed or were skipped.
             */
            delivery_issues: number;
            /**
             * Read
             * @description WhatsApp messages that were read, each counted once.
             */
            read: number;
            /**
             * Recipients
             * @description WhatsApp messages that the provider accepted, excluding failed attempts.
             */
            recipients: number;
            /**
             * Sent
             * @description WhatsApp messages sent, including failed attempts.
             */
            sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            time: string;
        };
        WhatsappChannelSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "whatsapp";
            metrics: {
                /**
                 * Delivered
                 * @description WhatsApp messages reported as delivered or read, each counted once.
                 */
                delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any WhatsApp step.
                 */
                delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description WhatsApp messages that failed or were skipped.
                 */
                delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                delivery_rate: number | null;
                /**
                 * Read
                 * @description WhatsApp messages that were read, each counted once.
                 */
                read: number;
                /**
                 * Read rate
                 * @description Read as a share of recipients.
                 */
                read_rate: number | null;
                /**
                 * Recipients
                 * @description WhatsApp messages that the provider accepted, excluding failed attempts.
                 */
                recipients: number;
                /**
                 * Sent
                 * @description WhatsApp messages sent, including failed attempts.
                 */
                sent: number;
            };
        };
        WhatsappMessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            clicked_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            goal_conversion_rate: number | null;
            name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            opened_users: number;
            /**
             * Recipients
             * @description Users to whom the message was sent or shown.
             */
            recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, number of times shown.
             */
            sent: number;
            step_id: string;
        };
        WhatsappMessages: {
            attribution: components["schemas"]["Attribution"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "whatsapp";
            goal: string | null;
            messages: components["schemas"]["WhatsappMessageRow"][];
            period: components["schemas"]["ResolvedPeriod"];
        };
    };
    responses: {
        /** @description The request body is too large. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Content Too Large",
                 *       "status": 413,
                 *       "detail": "The request body is too large."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key's role does not allow this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "detail": "The key's role does not allow this."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it belongs to another tenant. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "detail": "It does not exist, or it belongs to another tenant."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The thing was changed since the version that `If-Match` names. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Precondition Failed",
                 *       "status": 412,
                 *       "detail": "The thing was changed since the version that `If-Match` names."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body came more slowly than 16 KiB a second. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Request Timeout",
                 *       "status": 408,
                 *       "detail": "The body came more slowly than 16 KiB a second."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The store is away, or everybody together asks for too much. */
        ServiceUnavailable: {
            headers: {
                /** @description After how many seconds to try again. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "detail": "The store is away, or everybody together asks for too much."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The tenant asks for too much at the same time. */
        TooManyRequests: {
            headers: {
                /** @description What remains of it (`r`), and the seconds until more does (`t`). */
                RateLimit?: string;
                /** @description The limit that was reached: its name, the quota `q` of the unit `qu`, the seconds `w`. */
                "RateLimit-Policy"?: string;
                /** @description After how many seconds to try again. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "detail": "The tenant asks for too much at the same time."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key is missing, unknown, or no longer in force. */
        Unauthorized: {
            headers: {
                /** @description How to send a key. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "The key is missing, unknown, or no longer in force."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The input has errors, each named with its field. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "detail": "The input has an error: colour: is not a known query parameter",
                 *       "errors": [
                 *         {
                 *           "field": "colour",
                 *           "message": "is not a known query parameter"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type or encoding that is not read here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "detail": "The body is of a media type or encoding that is not read here."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the erasure. */
                erasure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns the progress of a user's erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f6fbc55-9d0e-4c7e-8a57-6a2d3f1f5a10",
                     *       "status": "removed",
                     *       "requested_at": "2026-03-09T10:00:00Z",
                     *       "requested_by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *       "removed_at": "2026-03-09T16:12:30Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sendEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description How the body is packed, if it is. */
                "Content-Encoding"?: "gzip" | "zstd";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "event_id": "e01",
                 *         "type": "entered",
                 *         "time": "2026-03-07T15:00:00Z",
                 *         "journey_id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                 *         "user_id": "ann",
                 *         "hwid": "phone-a"
                 *       },
                 *       {
                 *         "event_id": "e03",
                 *         "type": "message_sent",
                 *         "time": "2026-03-07T15:00:01Z",
                 *         "journey_id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                 *         "user_id": "ann",
                 *         "hwid": "phone-a",
                 *         "step_id": "hello",
                 *         "channel": "push",
                 *         "message_id": "m1"
                 *       },
                 *       {
                 *         "event_id": "e09",
                 *         "type": "custom",
                 *         "time": "2026-03-08T14:59:59.999Z",
                 *         "user_id": "ann",
                 *         "event_name": "purchase",
                 *         "properties": {
                 *           "amount": 50
                 *         }
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Event"][] | components["schemas"]["Event"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description All events were accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 3,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected": []
                     *     }
                     */
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            /** @description Some events were accepted; the response lists the rejected ones. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 2,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected": [
                     *         {
                     *           "index": 1,
                     *           "event_id": "e03",
                     *           "errors": [
                     *             {
                     *               "field": "message_id",
                     *               "message": "is required"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description No event was accepted, or the body is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["NoneAccepted"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    importEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description How the body is packed, if it is. */
                "Content-Encoding"?: "gzip" | "zstd";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description All events were accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 250000,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected_count": 0,
                     *       "rejected": []
                     *     }
                     */
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description Some events were accepted; the response lists the first rejected ones. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 249999,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected_count": 1,
                     *       "rejected": [
                     *         {
                     *           "index": 7,
                     *           "event_id": "e-7",
                     *           "errors": [
                     *             {
                     *               "field": "time",
                     *               "message": "is required"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description The key is missing, unknown, or no longer in force. */
            401: {
                headers: {
                    /** @description How to send a key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "The key is missing, unknown, or no longer in force."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The key's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The key's role does not allow this."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The body came more slowly than 16 KiB a second. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Request Timeout",
                     *       "status": 408,
                     *       "detail": "The body came more slowly than 16 KiB a second."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Content Too Large",
                     *       "status": 413,
                     *       "detail": "The request body is too large."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The body is of a media type or encoding that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "detail": "The body is of a media type or encoding that is not read here."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The input has errors, each named with its field. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unprocessable Content",
                     *       "status": 422,
                     *       "detail": "The input has an error: colour: is not a known query parameter",
                     *       "errors": [
                     *         {
                     *           "field": "colour",
                     *           "message": "is not a known query parameter"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The tenant asks for too much at the same time. */
            429: {
                headers: {
                    /** @description What remains of it (`r`), and the seconds until more does (`t`). */
                    RateLimit?: string;
                    /** @description The limit that was reached: its name, the quota `q` of the unit `qu`, the seconds `w`. */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The tenant asks for too much at the same time."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
            /** @description The store is away, or everybody together asks for too much. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The store is away, or everybody together asks for too much."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["ImportProblem"];
                };
            };
        };
    };
    listRejectedEvents: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists rejected events, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rejected": [
                     *         {
                     *           "received_at": "2026-03-08T15:00:02.125Z",
                     *           "index": 1,
                     *           "event_id": "e03",
                     *           "errors": [
                     *             {
                     *               "field": "message_id",
                     *               "message": "is required"
                     *             }
                     *           ],
                     *           "event": "{\"event_id\":\"e03\",\"type\":\"message_sent\"}",
                     *           "truncated": false
                     *         }
                     *       ],
                     *       "removed": 0,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RejectedEventPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant's exports, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exports": [
                     *         {
                     *           "id": "b7c1d0a4-52f3-4c0e-8a7e-6f2d9e1c3b58",
                     *           "status": "ready",
                     *           "kind": "journeys",
                     *           "about": {
                     *             "period": "30d",
                     *             "from": "2026-02-07T05:00:00Z",
                     *             "to": "2026-03-09T04:00:00Z",
                     *             "tz": "America/New_York",
                     *             "journey_id": null,
                     *             "goal": null,
                     *             "channel": null,
                     *             "step_id": null,
                     *             "filters": {
                     *               "status": "active",
                     *               "category": null,
                     *               "type": null,
                     *               "q": null,
                     *               "search": null
                     *             },
                     *             "bom": false,
                     *             "raw": false
                     *           },
                     *           "created_by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *           "created_at": "2026-03-08T16:00:00Z",
                     *           "started_at": "2026-03-08T16:00:00.031Z",
                     *           "finished_at": "2026-03-08T16:00:02.480Z",
                     *           "expires_at": "2026-03-15T16:00:02.480Z",
                     *           "rows_written": 2000,
                     *           "rows_total": 2000,
                     *           "progress": 1,
                     *           "error": null,
                     *           "file": {
                     *             "name": "Campaign statistics - 2026-02-07 to 2026-03-08.csv",
                     *             "size": 283412,
                     *             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExportList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of the caller's own for this request, of up to 255 characters: sent again under the same name, however often, it is one export. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "journeys",
                 *       "period": "30d",
                 *       "filters": {
                 *         "status": "active"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ExportForm"];
            };
        };
        responses: {
            /** @description The export waits for its turn. */
            202: {
                headers: {
                    /** @description Where the export is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b7c1d0a4-52f3-4c0e-8a7e-6f2d9e1c3b58",
                     *       "status": "queued"
                     *     }
                     */
                    "application/json": components["schemas"]["ExportAccepted"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The export's id. */
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns the state of an export. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b7c1d0a4-52f3-4c0e-8a7e-6f2d9e1c3b58",
                     *       "status": "ready",
                     *       "kind": "journeys",
                     *       "about": {
                     *         "period": "30d",
                     *         "from": "2026-02-07T05:00:00Z",
                     *         "to": "2026-03-09T04:00:00Z",
                     *         "tz": "America/New_York",
                     *         "journey_id": null,
                     *         "goal": null,
                     *         "channel": null,
                     *         "step_id": null,
                     *         "filters": {
                     *           "status": "active",
                     *           "category": null,
                     *           "type": null,
                     *           "q": null,
                     *           "search": null
                     *         },
                     *         "bom": false,
                     *         "raw": false
                     *       },
                     *       "created_by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *       "created_at": "2026-03-08T16:00:00Z",
                     *       "started_at": "2026-03-08T16:00:00.031Z",
                     *       "finished_at": "2026-03-08T16:00:02.480Z",
                     *       "expires_at": "2026-03-15T16:00:02.480Z",
                     *       "rows_written": 2000,
                     *       "rows_total": 2000,
                     *       "progress": 1,
                     *       "error": null,
                     *       "file": {
                     *         "name": "Campaign statistics - 2026-02-07 to 2026-03-08.csv",
                     *         "size": 283412,
                     *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Export"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The export's id. */
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ends an export. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the file that the caller has. */
                "If-None-Match"?: string;
                /** @description The `ETag` of the file that the part is to be of; else all of it. */
                "If-Range"?: string;
                /** @description A part of the file's bytes, such as `bytes=1000-`. */
                Range?: string;
            };
            path: {
                /** @description The export's id. */
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The requested part. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The caller has it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The export is still under way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The export is still under way."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file was removed, as a user was erased since it was made. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Gone",
                     *       "status": 410,
                     *       "detail": "The file was removed, as a user was erased since it was made."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file has no such part. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Requested Range Not Satisfiable",
                     *       "status": 416,
                     *       "detail": "The file has no such part."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getServiceHistory: {
        parameters: {
            query?: {
                /** @description Returns only actions of the API key with this id, or of `operator`. */
                by?: string;
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description Returns only entries of this kind. */
                kind?: components["schemas"]["HistoryKind"];
                /** @description The maximum number of rows per page. */
                limit?: number;
                /** @description The sort order; `-` sorts the latest first. */
                sort?: "at" | "-at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists refused requests that belong to no tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "at": "2026-03-09T10:00:00.000Z",
                     *           "by": "unknown",
                     *           "change": "key_refused",
                     *           "key_id": null,
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": null,
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": {
                     *             "last_at": "2026-03-09T10:41:12.000Z",
                     *             "count": 1840,
                     *             "completed": 1840,
                     *             "bytes": 0,
                     *             "key_name": null,
                     *             "address": "198.51.100.9",
                     *             "operation": null,
                     *             "export_id": null,
                     *             "export_kind": null,
                     *             "goal_id": null,
                     *             "channel": null,
                     *             "step_id": null
                     *           }
                     *         }
                     *       ],
                     *       "removed": 0,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TenantHistory"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listJourneys: {
        parameters: {
            query?: {
                /** @description Only journeys of this category. */
                category?: string;
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
                /** @description A part of the title, regardless of case. */
                q?: string;
                /** @description The order; `-` means descending. Numbers are those of the moment of each page. */
                sort?: "title" | "-title" | "status" | "-status" | "category" | "-category" | "type" | "-type" | "created_at" | "-created_at" | "entrances" | "-entrances" | "in_journey_now" | "-in_journey_now" | "goals_reached" | "-goals_reached";
                /** @description Only journeys of this status. */
                status?: components["schemas"]["JourneyStatus"];
                /** @description Only journeys of this type. */
                type?: components["schemas"]["JourneyType"];
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant's journeys with their headline numbers. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journeys": [
                     *         {
                     *           "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *           "title": "Welcome",
                     *           "category": null,
                     *           "type": "trigger_based",
                     *           "status": "active",
                     *           "created_at": "2026-03-06T09:00:00Z",
                     *           "launched_at": "2026-03-07T08:00:00Z",
                     *           "ended_at": null,
                     *           "entrances": 5,
                     *           "in_journey_now": 1,
                     *           "goals_reached": 2
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["JourneyList"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createJourney: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Welcome",
                 *       "type": "trigger_based",
                 *       "steps": [
                 *         {
                 *           "id": "start",
                 *           "name": "Start",
                 *           "kind": "entry"
                 *         },
                 *         {
                 *           "id": "hello",
                 *           "name": "Hello push",
                 *           "kind": "message",
                 *           "channel": "push"
                 *         },
                 *         {
                 *           "id": "pause",
                 *           "name": "Pause",
                 *           "kind": "wait"
                 *         },
                 *         {
                 *           "id": "letter",
                 *           "name": "Letter",
                 *           "kind": "message",
                 *           "channel": "email"
                 *         },
                 *         {
                 *           "id": "end",
                 *           "name": "End",
                 *           "kind": "exit"
                 *         }
                 *       ],
                 *       "goals": [
                 *         {
                 *           "id": "bought",
                 *           "name": "Bought",
                 *           "event_name": "purchase",
                 *           "filters": [
                 *             {
                 *               "property": "amount",
                 *               "op": "gte",
                 *               "value": 50
                 *             }
                 *           ],
                 *           "conversion_period_days": 1,
                 *           "value_property": "amount",
                 *           "currency": "EUR"
                 *         },
                 *         {
                 *           "id": "rated",
                 *           "name": "Rated"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["JourneyForm"] & unknown;
            };
        };
        responses: {
            /** @description Creates a draft. */
            201: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    /** @description Where the new thing is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "draft",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": null,
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The tenant has or had a journey with this id, or has the maximum number of journeys. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The tenant has or had a journey with this id, or has the maximum number of journeys."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns a journey. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "active",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": "2026-03-07T08:00:00Z",
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the journey that the edit is based on; if the journey has changed since, the edit is refused with 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Welcome",
                 *       "type": "trigger_based",
                 *       "steps": [
                 *         {
                 *           "id": "start",
                 *           "name": "Start",
                 *           "kind": "entry"
                 *         },
                 *         {
                 *           "id": "hello",
                 *           "name": "Hello push",
                 *           "kind": "message",
                 *           "channel": "push"
                 *         },
                 *         {
                 *           "id": "pause",
                 *           "name": "Pause",
                 *           "kind": "wait"
                 *         },
                 *         {
                 *           "id": "letter",
                 *           "name": "Letter",
                 *           "kind": "message",
                 *           "channel": "email"
                 *         },
                 *         {
                 *           "id": "end",
                 *           "name": "End",
                 *           "kind": "exit"
                 *         }
                 *       ],
                 *       "goals": [
                 *         {
                 *           "id": "bought",
                 *           "name": "Bought",
                 *           "event_name": "purchase",
                 *           "filters": [
                 *             {
                 *               "property": "amount",
                 *               "op": "gte",
                 *               "value": 50
                 *             }
                 *           ],
                 *           "conversion_period_days": 1,
                 *           "value_property": "amount",
                 *           "currency": "EUR"
                 *         },
                 *         {
                 *           "id": "rated",
                 *           "name": "Rated"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["JourneyForm"];
            };
        };
        responses: {
            /** @description Replaces the title, category, steps and goals. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "draft",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": null,
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow edits. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow edits."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow deletion. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow deletion."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renameJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the journey that the edit is based on; if the journey has changed since, the edit is refused with 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Warm welcome"
                 *     }
                 */
                "application/json": components["schemas"]["TitleForm"];
            };
        };
        responses: {
            /** @description Renames a journey of any status. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Warm welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "draft",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": null,
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey has the maximum number of revisions. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey has the maximum number of revisions."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    activateJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Activates a draft, or resumes a paused journey. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "active",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": "2026-03-07T08:00:00Z",
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow this transition. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow this transition."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cloneJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Creates a draft with the same definition, without events. */
            201: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    /** @description Where the new thing is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b1a7c0de-4f32-4c55-8a51-0d7e3f5c9a20",
                     *       "title": "Welcome (copy)",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "draft",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": null,
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The tenant has the maximum number of journeys. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The tenant has the maximum number of journeys."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    finishJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Permanently ends an active journey that is complete. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "finished",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": "2026-03-07T08:00:00Z",
                     *       "ended_at": "2026-03-20T17:30:00Z",
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow this transition. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow this transition."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJourneyHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the changes of a journey with their authors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "version": 1,
                     *           "at": "2026-03-06T09:00:00Z",
                     *           "by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *           "change": "created",
                     *           "title": "Welcome"
                     *         },
                     *         {
                     *           "version": 2,
                     *           "at": "2026-03-07T08:00:00Z",
                     *           "by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *           "change": "active",
                     *           "title": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JourneyHistory"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pauseJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pauses an active journey, so that it can be edited. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "paused",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": "2026-03-07T08:00:00Z",
                     *       "ended_at": null,
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow this transition. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow this transition."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stopJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The journey's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Permanently ends an active or paused journey early. */
            200: {
                headers: {
                    /** @description The journey's version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *       "title": "Welcome",
                     *       "category": null,
                     *       "type": "trigger_based",
                     *       "status": "stopped",
                     *       "created_at": "2026-03-06T09:00:00Z",
                     *       "launched_at": "2026-03-07T08:00:00Z",
                     *       "ended_at": "2026-03-20T17:30:00Z",
                     *       "steps": [
                     *         {
                     *           "id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push"
                     *         },
                     *         {
                     *           "id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null
                     *         },
                     *         {
                     *           "id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email"
                     *         },
                     *         {
                     *           "id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null
                     *         }
                     *       ],
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "event_name": "purchase",
                     *           "filters": [
                     *             {
                     *               "property": "amount",
                     *               "op": "gte",
                     *               "value": 50
                     *             }
                     *           ],
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 1,
                     *           "value_property": "amount",
                     *           "currency": "EUR",
                     *           "currency_property": null
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30,
                     *           "value_property": null,
                     *           "currency": null,
                     *           "currency_property": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow this transition. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow this transition."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMessagesFile: {
        parameters: {
            query?: {
                /** @description To which messages a conversion counts: `any`, each that the user interacted with before it; `last` or `first`, only the one of the last or the first touch, in any channel. `last` and `first` count each user's first conversion of the period. Without a goal there are no conversions. */
                attribution?: "any" | "last" | "first";
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The id of the goal to measure conversions of; without one they are empty. */
                goal?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /** @description What is a touch for `last` and `first`: `interaction`, an interaction of the channel; `opened_else_sent`, that the message was opened, read or interacted with, and only where there is none of these that it was sent or shown. `any` is always about interactions. */
                touch?: "interaction" | "opened_else_sent";
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMessageDaysFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
                /** @description The id of the step that sends the message. */
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMessageUsersFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
                /** @description The id of the step that sends the message. */
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGoalsFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getConversionsFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The goal's id. */
                goal: string;
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAudience: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many came, are in the journey, and left. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "entrances": 5,
                     *       "in_journey_now": 1,
                     *       "exits": 2,
                     *       "internal_errors": 0,
                     *       "sending_errors": 1,
                     *       "drop_offs": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getChannels: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channels that the journey has message steps for, or events in. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "channels": [
                     *         "push",
                     *         "email"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JourneyChannels"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getChannel: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A channel's metrics and its chart. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "custom",
                     *         "from": "2026-03-07T05:00:00Z",
                     *         "to": "2026-03-10T04:00:00Z",
                     *         "tz": "America/New_York"
                     *       },
                     *       "channel": "push",
                     *       "metrics": {
                     *         "sent": 3,
                     *         "recipients": 2,
                     *         "opened": 1,
                     *         "open_rate": 0.5,
                     *         "delivery_issues": 1,
                     *         "delivery_issue_rate": 0.5
                     *       },
                     *       "series": [
                     *         {
                     *           "time": "2026-03-07T00:00:00-05:00",
                     *           "sent": 2,
                     *           "recipients": 2,
                     *           "opened": 1,
                     *           "delivery_issues": 0
                     *         },
                     *         {
                     *           "time": "2026-03-08T00:00:00-05:00",
                     *           "sent": 1,
                     *           "recipients": 0,
                     *           "opened": 0,
                     *           "delivery_issues": 1
                     *         },
                     *         {
                     *           "time": "2026-03-09T00:00:00-04:00",
                     *           "sent": 0,
                     *           "recipients": 0,
                     *           "opened": 0,
                     *           "delivery_issues": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChannelFigures"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDeliveryIssues: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong in a channel, by reason. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "channel": "email",
                     *       "delivery_issues": 1,
                     *       "delivery_issue_rate": 0.3333333333333333,
                     *       "issues": [
                     *         {
                     *           "reason": "unsubscribed",
                     *           "count": 1,
                     *           "rate": 0.3333333333333333
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryIssues"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMessages: {
        parameters: {
            query?: {
                /** @description To which messages a conversion counts: `any`, each that the user interacted with before it; `last` or `first`, only the one of the last or the first touch, in any channel. `last` and `first` count each user's first conversion of the period. Without a goal there are no conversions. */
                attribution?: "any" | "last" | "first";
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The id of the goal to measure conversions of; without one they are null. */
                goal?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /** @description What is a touch for `last` and `first`: `interaction`, an interaction of the channel; `opened_else_sent`, that the message was opened, read or interacted with, and only where there is none of these that it was sent or shown. `any` is always about interactions. */
                touch?: "interaction" | "opened_else_sent";
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A channel's messages, one row per step. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "channel": "push",
                     *       "goal": "bought",
                     *       "attribution": {
                     *         "model": "last",
                     *         "touch": "interaction",
                     *         "converted_users": 3,
                     *         "other_channels": 1,
                     *         "unattributed": 1
                     *       },
                     *       "messages": [
                     *         {
                     *           "step_id": "hello",
                     *           "name": "Hello push",
                     *           "sent": 3,
                     *           "recipient_users": 1,
                     *           "opened_users": 1,
                     *           "open_rate": 1,
                     *           "clicked_users": 0,
                     *           "click_rate": 0,
                     *           "converted_users": 1,
                     *           "goal_conversion_rate": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLinks: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description How many links the answer may have. */
                limit?: number;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The column to order by, with `-` before it for the largest first; links that are the same there are ordered by their address. */
                sort?: "clicks" | "-clicks" | "clicked_users" | "-clicked_users" | "link_url" | "-link_url";
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
                /** @description The id of the step that sends the message. */
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How often each link of a message was clicked. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "channel": "email",
                     *       "step_id": "letter",
                     *       "recipient_users": 4,
                     *       "clicked_users": 2,
                     *       "links": [
                     *         {
                     *           "link_url": "https://example.com/offer",
                     *           "clicks": 3,
                     *           "clicked_users": 2,
                     *           "click_rate": 0.5
                     *         },
                     *         {
                     *           "link_url": null,
                     *           "clicks": 1,
                     *           "clicked_users": 1,
                     *           "click_rate": 0.25
                     *         }
                     *       ],
                     *       "other_clicks": 0
                     *     }
                     */
                    "application/json": components["schemas"]["MessageLinks"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLinksFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The channel. */
                channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                journey: string;
                /** @description The id of the step that sends the message. */
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDurations: {
        parameters: {
            query: {
                /** @description The channel of the messages, push, in_app, email, sms or whatsapp; required for their measures, `time_to_deliver`, `time_to_open` and `time_to_click`. */
                channel?: string;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The id of the goal; required for `time_to_convert`. */
                goal?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /**
                 * @description What is measured: time_to_convert, time_to_deliver, time_to_open, time_to_click or time_in_step.
                 * @example time_to_open
                 */
                measure: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The id of the step; required for `time_in_step`. With a measure of messages, only those of this step. */
                step_id?: string;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How long something takes. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "custom",
                     *         "from": "2026-03-07T05:00:00Z",
                     *         "to": "2026-03-10T04:00:00Z",
                     *         "tz": "America/New_York"
                     *       },
                     *       "measure": "time_to_open",
                     *       "count": 1,
                     *       "negative": 0,
                     *       "mean_ms": 1799000,
                     *       "percentiles_ms": {
                     *         "25": 1799000,
                     *         "50": 1799000,
                     *         "75": 1799000,
                     *         "90": 1799000,
                     *         "95": 1799000,
                     *         "99": 1799000
                     *       },
                     *       "histogram": [
                     *         {
                     *           "up_to_ms": 1000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 10000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 60000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 300000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 1800000,
                     *           "count": 1
                     *         },
                     *         {
                     *           "up_to_ms": 3600000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 10800000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 21600000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 43200000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 86400000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 172800000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 259200000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 604800000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 1209600000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": 2592000000,
                     *           "count": 0
                     *         },
                     *         {
                     *           "up_to_ms": null,
                     *           "count": 0
                     *         }
                     *       ],
                     *       "series": [
                     *         {
                     *           "time": "2026-03-02T00:00:00-05:00",
                     *           "count": 1,
                     *           "p50_ms": 1799000,
                     *           "p95_ms": 1799000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Durations"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDurationsFile: {
        parameters: {
            query: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The channel of the messages, push, in_app, email, sms or whatsapp; required for their measures, `time_to_deliver`, `time_to_open` and `time_to_click`. */
                channel?: string;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The id of the goal; required for `time_to_convert`. */
                goal?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /**
                 * @description What is measured: time_to_convert, time_to_deliver, time_to_open, time_to_click or time_in_step.
                 * @example time_to_open
                 */
                measure: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The id of the step; required for `time_in_step`. With a measure of messages, only those of this step. */
                step_id?: string;
                /** @description Which of the two tables. */
                table?: "histogram" | "series";
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFlow: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways that users take through a journey. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "trips": 5,
                     *       "nodes": [
                     *         {
                     *           "step_id": "start",
                     *           "name": "Start",
                     *           "kind": "entry",
                     *           "channel": null,
                     *           "trips": 0,
                     *           "visits": 0,
                     *           "completed_trips": 0,
                     *           "ends": {
                     *             "exited": 0,
                     *             "dropped": 0,
                     *             "in_progress": 0,
                     *             "entered_again": 0
                     *           }
                     *         },
                     *         {
                     *           "step_id": "hello",
                     *           "name": "Hello push",
                     *           "kind": "message",
                     *           "channel": "push",
                     *           "trips": 2,
                     *           "visits": 2,
                     *           "completed_trips": 1,
                     *           "ends": {
                     *             "exited": 1,
                     *             "dropped": 0,
                     *             "in_progress": 0,
                     *             "entered_again": 0
                     *           }
                     *         },
                     *         {
                     *           "step_id": "pause",
                     *           "name": "Pause",
                     *           "kind": "wait",
                     *           "channel": null,
                     *           "trips": 0,
                     *           "visits": 0,
                     *           "completed_trips": 0,
                     *           "ends": {
                     *             "exited": 0,
                     *             "dropped": 0,
                     *             "in_progress": 0,
                     *             "entered_again": 0
                     *           }
                     *         },
                     *         {
                     *           "step_id": "letter",
                     *           "name": "Letter",
                     *           "kind": "message",
                     *           "channel": "email",
                     *           "trips": 3,
                     *           "visits": 3,
                     *           "completed_trips": 0,
                     *           "ends": {
                     *             "exited": 1,
                     *             "dropped": 0,
                     *             "in_progress": 1,
                     *             "entered_again": 1
                     *           }
                     *         },
                     *         {
                     *           "step_id": "end",
                     *           "name": "End",
                     *           "kind": "exit",
                     *           "channel": null,
                     *           "trips": 0,
                     *           "visits": 0,
                     *           "completed_trips": 0,
                     *           "ends": {
                     *             "exited": 0,
                     *             "dropped": 0,
                     *             "in_progress": 0,
                     *             "entered_again": 0
                     *           }
                     *         }
                     *       ],
                     *       "edges": [
                     *         {
                     *           "from": null,
                     *           "to": "hello",
                     *           "end": null,
                     *           "count": 2
                     *         },
                     *         {
                     *           "from": null,
                     *           "to": "letter",
                     *           "end": null,
                     *           "count": 2
                     *         },
                     *         {
                     *           "from": null,
                     *           "to": null,
                     *           "end": "dropped",
                     *           "count": 1
                     *         },
                     *         {
                     *           "from": "hello",
                     *           "to": "letter",
                     *           "end": null,
                     *           "count": 1
                     *         },
                     *         {
                     *           "from": "hello",
                     *           "to": null,
                     *           "end": "exited",
                     *           "count": 1
                     *         },
                     *         {
                     *           "from": "letter",
                     *           "to": null,
                     *           "end": "exited",
                     *           "count": 1
                     *         },
                     *         {
                     *           "from": "letter",
                     *           "to": null,
                     *           "end": "in_progress",
                     *           "count": 1
                     *         },
                     *         {
                     *           "from": "letter",
                     *           "to": null,
                     *           "end": "entered_again",
                     *           "count": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JourneyFlow"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFlowFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGoal: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The goal's id. */
                goal: string;
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a goal converts, and what it is worth, over time. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "id": "bought",
                     *       "name": "Bought",
                     *       "conditions": {
                     *         "event_name": "purchase",
                     *         "filters": [
                     *           {
                     *             "property": "amount",
                     *             "op": "gte",
                     *             "value": 50
                     *           }
                     *         ]
                     *       },
                     *       "conversion_period_days": 1,
                     *       "count": 1,
                     *       "conversion_rate": 0.2,
                     *       "conversions": 2,
                     *       "values": [
                     *         {
                     *           "currency": "EUR",
                     *           "value": "129.9000",
                     *           "valued_conversions": 2,
                     *           "average_value": "64.9500",
                     *           "value_per_entrance": "25.9800"
                     *         }
                     *       ],
                     *       "series": [
                     *         {
                     *           "time": "2026-03-08T00:00:00-05:00",
                     *           "count": 1,
                     *           "conversions": 2,
                     *           "values": [
                     *             {
                     *               "currency": "EUR",
                     *               "value": "129.9000"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GoalFigures"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey at a glance, with its charts. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "custom",
                     *         "from": "2026-03-07T05:00:00Z",
                     *         "to": "2026-03-10T04:00:00Z",
                     *         "tz": "America/New_York"
                     *       },
                     *       "entrances": 5,
                     *       "messages_sent": 5,
                     *       "messages_opened": 2,
                     *       "messages_open_rate": 0.5,
                     *       "drop_offs": 1,
                     *       "series": [
                     *         {
                     *           "time": "2026-03-07T00:00:00-05:00",
                     *           "entrances": 2,
                     *           "messages_sent": {
                     *             "push": 2,
                     *             "in_app": 0,
                     *             "email": 0,
                     *             "sms": 0,
                     *             "whatsapp": 0
                     *           },
                     *           "drop_offs": {
                     *             "internal_errors": 0,
                     *             "sending_errors": 0
                     *           },
                     *           "goals_achieved": {
                     *             "bought": 0,
                     *             "rated": 0
                     *           }
                     *         },
                     *         {
                     *           "time": "2026-03-08T00:00:00-05:00",
                     *           "entrances": 1,
                     *           "messages_sent": {
                     *             "push": 1,
                     *             "in_app": 0,
                     *             "email": 1,
                     *             "sms": 0,
                     *             "whatsapp": 0
                     *           },
                     *           "drop_offs": {
                     *             "internal_errors": 0,
                     *             "sending_errors": 1
                     *           },
                     *           "goals_achieved": {
                     *             "bought": 1,
                     *             "rated": 1
                     *           }
                     *         },
                     *         {
                     *           "time": "2026-03-09T00:00:00-04:00",
                     *           "entrances": 2,
                     *           "messages_sent": {
                     *             "push": 0,
                     *             "in_app": 0,
                     *             "email": 1,
                     *             "sms": 0,
                     *             "whatsapp": 0
                     *           },
                     *           "drop_offs": {
                     *             "internal_errors": 0,
                     *             "sending_errors": 0
                     *           },
                     *           "goals_achieved": {
                     *             "bought": 0,
                     *             "rated": 0
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone; auto is the shortest of which there are at most 400, or month. */
                interval?: "hour" | "day" | "week" | "month" | "auto";
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Performance, audience, health and the channels at once. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "custom",
                     *         "from": "2026-03-07T05:00:00Z",
                     *         "to": "2026-03-10T04:00:00Z",
                     *         "tz": "America/New_York"
                     *       },
                     *       "performance": {
                     *         "entrances": 5,
                     *         "goals": [
                     *           {
                     *             "id": "bought",
                     *             "name": "Bought",
                     *             "conditions": {
                     *               "event_name": "purchase",
                     *               "filters": [
                     *                 {
                     *                   "property": "amount",
                     *                   "op": "gte",
                     *                   "value": 50
                     *                 }
                     *               ]
                     *             },
                     *             "conversion_period_days": 1,
                     *             "count": 2,
                     *             "conversion_rate": 0.4,
                     *             "conversions": 2,
                     *             "values": [
                     *               {
                     *                 "currency": "EUR",
                     *                 "value": "110.0000",
                     *                 "valued_conversions": 2,
                     *                 "average_value": "55.0000",
                     *                 "value_per_entrance": "22.0000"
                     *               }
                     *             ]
                     *           },
                     *           {
                     *             "id": "rated",
                     *             "name": "Rated",
                     *             "conditions": null,
                     *             "conversion_period_days": 30,
                     *             "count": 2,
                     *             "conversion_rate": 0.4,
                     *             "conversions": 2,
                     *             "values": []
                     *           }
                     *         ]
                     *       },
                     *       "audience": {
                     *         "entrances": 5,
                     *         "in_journey_now": 1,
                     *         "exits": 2,
                     *         "internal_errors": 0,
                     *         "sending_errors": 1,
                     *         "drop_offs": 1
                     *       },
                     *       "channels": [
                     *         {
                     *           "channel": "push",
                     *           "metrics": {
                     *             "sent": 3,
                     *             "recipients": 2,
                     *             "opened": 1,
                     *             "open_rate": 0.5,
                     *             "delivery_issues": 1,
                     *             "delivery_issue_rate": 0.5
                     *           }
                     *         },
                     *         {
                     *           "channel": "email",
                     *           "metrics": {
                     *             "delivered": 2,
                     *             "delivery_rate": 1,
                     *             "unique_delivered": 1,
                     *             "unique_delivery_rate": 0.5,
                     *             "sent": 2,
                     *             "recipients": 2,
                     *             "opened_unique": 1,
                     *             "unique_open_rate": 0.5,
                     *             "clicked": 1,
                     *             "click_rate": 0.5,
                     *             "unsubscribed": 0,
                     *             "unsubscribe_rate": 0,
                     *             "hard_bounces": 0,
                     *             "hard_bounce_rate": 0,
                     *             "soft_bounces": 1,
                     *             "soft_bounce_rate": 0.5,
                     *             "complaints": 0,
                     *             "complaint_rate": 0,
                     *             "delivery_issues": 1,
                     *             "delivery_issue_rate": 0.3333333333333333
                     *           }
                     *         }
                     *       ],
                     *       "health": {
                     *         "entrances": 5,
                     *         "messages_sent": 5,
                     *         "messages_opened": 2,
                     *         "messages_open_rate": 0.5,
                     *         "drop_offs": 1,
                     *         "series": [
                     *           {
                     *             "time": "2026-03-07T00:00:00-05:00",
                     *             "entrances": 2,
                     *             "messages_sent": {
                     *               "push": 2,
                     *               "in_app": 0,
                     *               "email": 0,
                     *               "sms": 0,
                     *               "whatsapp": 0
                     *             },
                     *             "drop_offs": {
                     *               "internal_errors": 0,
                     *               "sending_errors": 0
                     *             },
                     *             "goals_achieved": {
                     *               "bought": 0,
                     *               "rated": 0
                     *             }
                     *           },
                     *           {
                     *             "time": "2026-03-08T00:00:00-05:00",
                     *             "entrances": 1,
                     *             "messages_sent": {
                     *               "push": 1,
                     *               "in_app": 0,
                     *               "email": 1,
                     *               "sms": 0,
                     *               "whatsapp": 0
                     *             },
                     *             "drop_offs": {
                     *               "internal_errors": 0,
                     *               "sending_errors": 1
                     *             },
                     *             "goals_achieved": {
                     *               "bought": 1,
                     *               "rated": 1
                     *             }
                     *           },
                     *           {
                     *             "time": "2026-03-09T00:00:00-04:00",
                     *             "entrances": 2,
                     *             "messages_sent": {
                     *               "push": 0,
                     *               "in_app": 0,
                     *               "email": 1,
                     *               "sms": 0,
                     *               "whatsapp": 0
                     *             },
                     *             "drop_offs": {
                     *               "internal_errors": 0,
                     *               "sending_errors": 0
                     *             },
                     *             "goals_achieved": {
                     *               "bought": 1,
                     *               "rated": 1
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPerformance: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How each goal converts. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "entrances": 5,
                     *       "goals": [
                     *         {
                     *           "id": "bought",
                     *           "name": "Bought",
                     *           "conditions": {
                     *             "event_name": "purchase",
                     *             "filters": [
                     *               {
                     *                 "property": "amount",
                     *                 "op": "gte",
                     *                 "value": 50
                     *               }
                     *             ]
                     *           },
                     *           "conversion_period_days": 1,
                     *           "count": 1,
                     *           "conversion_rate": 0.2,
                     *           "conversions": 2,
                     *           "values": [
                     *             {
                     *               "currency": "EUR",
                     *               "value": "129.9000",
                     *               "valued_conversions": 2,
                     *               "average_value": "64.9500",
                     *               "value_per_entrance": "25.9800"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "conditions": null,
                     *           "conversion_period_days": 30,
                     *           "count": 1,
                     *           "conversion_rate": 0.2,
                     *           "conversions": 1,
                     *           "values": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSteps: {
        parameters: {
            query?: {
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many came to each step, are there, and went. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "at_no_step_now": 1,
                     *       "steps": [
                     *         {
                     *           "step_id": "welcome",
                     *           "name": "Welcome",
                     *           "kind": "message",
                     *           "channel": "email",
                     *           "entered": 5,
                     *           "completed": 4,
                     *           "in_journey_now": 1,
                     *           "exits": 0,
                     *           "drop_offs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JourneySteps"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsersBehind: {
        parameters: {
            query: {
                /** @description To which messages a conversion counts: `any`, each that the user interacted with before it; `last` or `first`, only the one of the last or the first touch, in any channel. `last` and `first` count each user's first conversion of the period. Without a goal there are no conversions. */
                attribution?: "any" | "last" | "first";
                /** @description The channel that the number is about: push, in_app, email, sms or whatsapp. */
                channel?: string;
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description With `passages`: how trips end where no step follows: exited, dropped, in_progress or entered_again. */
                end?: string;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description With `passages`: the id of the step before; without one, the start of trips. */
                from_step?: string;
                /** @description The id of the goal that the number is about, or by which the message is measured. */
                goal?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
                /** @description Only clicks on the link with this address; with a message's `clicked` (or `clicked_users`, `clicks`, `click_rate`). The empty address is that of clicks that name none. */
                link_url?: string;
                /**
                 * @description The metric's key: one of the audience or of the campaign's health; with `goal`, of the goal; with `channel`, of the channel; with `step`, of the step; with `channel` and `step`, of the message. Durations have the key of their measure, and trips that of the flow.
                 * @example exits
                 */
                metric: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Only delivery issues of this reason; with a channel's `delivery_issues`. */
                reason?: string;
                /** @description The id of the step that the number is about. */
                step?: string;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /** @description With `passages`: the id of the step that follows. */
                to_step?: string;
                /** @description What is a touch for `last` and `first`: `interaction`, an interaction of the channel; `opened_else_sent`, that the message was opened, read or interacted with, and only where there is none of these that it was sent or shown. `any` is always about interactions. */
                touch?: "interaction" | "opened_else_sent";
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users who contribute to a number. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "users": [
                     *         {
                     *           "user_id": "ann",
                     *           "hwid": "phone-1",
                     *           "status": "exited",
                     *           "last_step": "Welcome",
                     *           "events": 2,
                     *           "first_at": "2026-03-07T12:00:00Z",
                     *           "last_at": "2026-03-08T09:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["UsersBehind"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUsersBehindFile: {
        parameters: {
            query: {
                /** @description To which messages a conversion counts: `any`, each that the user interacted with before it; `last` or `first`, only the one of the last or the first touch, in any channel. `last` and `first` count each user's first conversion of the period. Without a goal there are no conversions. */
                attribution?: "any" | "last" | "first";
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The channel that the number is about: push, in_app, email, sms or whatsapp. */
                channel?: string;
                /** @description With `passages`: how trips end where no step follows: exited, dropped, in_progress or entered_again. */
                end?: string;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description With `passages`: the id of the step before; without one, the start of trips. */
                from_step?: string;
                /** @description The id of the goal that the number is about, or by which the message is measured. */
                goal?: string;
                /** @description Only clicks on the link with this address; with a message's `clicked` (or `clicked_users`, `clicks`, `click_rate`). The empty address is that of clicks that name none. */
                link_url?: string;
                /**
                 * @description The metric's key: one of the audience or of the campaign's health; with `goal`, of the goal; with `channel`, of the channel; with `step`, of the step; with `channel` and `step`, of the message. Durations have the key of their measure, and trips that of the flow.
                 * @example exits
                 */
                metric: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description Only delivery issues of this reason; with a channel's `delivery_issues`. */
                reason?: string;
                /** @description The id of the step that the number is about. */
                step?: string;
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /** @description With `passages`: the id of the step that follows. */
                to_step?: string;
                /** @description What is a touch for `last` and `first`: `interaction`, an interaction of the channel; `opened_else_sent`, that the message was opened, read or interacted with, and only where there is none of these that it was sent or shown. `any` is always about interactions. */
                touch?: "interaction" | "opened_else_sent";
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTimeline: {
        parameters: {
            query: {
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The custom events of the user to show among those of the journey: those that are a conversion of a goal of the journey, all, or none. */
                custom?: "conversions" | "all" | "none";
                /** @description The maximum number of rows per page. */
                limit?: number;
                /**
                 * @description The id of the user.
                 * @example ann
                 */
                user_id: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened to one user in a journey, event by event. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user_id": "ann",
                     *       "devices": [
                     *         "phone-a"
                     *       ],
                     *       "status": "in_progress",
                     *       "last_step": "Hello push",
                     *       "trips": 1,
                     *       "events": [
                     *         {
                     *           "time": "2026-03-07T15:00:00Z",
                     *           "type": "entered",
                     *           "trip": 1,
                     *           "step_id": null,
                     *           "step_name": null,
                     *           "channel": null,
                     *           "message": null,
                     *           "reason": null,
                     *           "goal_ids": [],
                     *           "event_name": null,
                     *           "link_url": null,
                     *           "hwid": "phone-a",
                     *           "properties": null
                     *         },
                     *         {
                     *           "time": "2026-03-07T15:00:01Z",
                     *           "type": "message_sent",
                     *           "trip": 1,
                     *           "step_id": "hello",
                     *           "step_name": "Hello push",
                     *           "channel": "push",
                     *           "message": "9f86d081884c7d65",
                     *           "reason": null,
                     *           "goal_ids": [],
                     *           "event_name": null,
                     *           "link_url": null,
                     *           "hwid": "phone-a",
                     *           "properties": null
                     *         },
                     *         {
                     *           "time": "2026-03-07T18:30:00Z",
                     *           "type": "custom",
                     *           "trip": 1,
                     *           "step_id": null,
                     *           "step_name": null,
                     *           "channel": null,
                     *           "message": null,
                     *           "reason": null,
                     *           "goal_ids": [
                     *             "bought"
                     *           ],
                     *           "event_name": "purchase",
                     *           "link_url": null,
                     *           "hwid": null,
                     *           "properties": {
                     *             "amount": 64.95
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description The beginning of a user's id, or of a device's. */
                search?: string;
                /** @description Only users who are in this state now. */
                status?: components["schemas"]["UserState"];
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users who entered in the period, and where each of them is now. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": {
                     *         "name": "all",
                     *         "from": null,
                     *         "to": null,
                     *         "tz": "America/New_York"
                     *       },
                     *       "users": [
                     *         {
                     *           "user_id": "ann",
                     *           "hwid": "phone-a",
                     *           "status": "exited",
                     *           "last_step": "End",
                     *           "entrances": 1,
                     *           "last_entered_at": "2026-03-07T15:00:00Z",
                     *           "updated_at": "2026-03-08T16:00:00Z"
                     *         },
                     *         {
                     *           "user_id": "bob",
                     *           "hwid": null,
                     *           "status": "dropped_off",
                     *           "last_step": "Letter",
                     *           "entrances": 2,
                     *           "last_entered_at": "2026-03-08T09:00:00Z",
                     *           "updated_at": "2026-03-08T09:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUsersFile: {
        parameters: {
            query?: {
                /** @description Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
                /** @description The first day of `period=custom`, the default period if `from` or `to` is given. */
                from?: string;
                /** @description The period, in calendar days of the time zone; `7d` and `30d` end with today. */
                period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description Whether to return the preceding period instead, for comparison: `true` for as many whole days right before the period, `elapsed` for the same elapsed part of them. A period that is still running is compared up to the time of its last day that the clocks of the time zone show now; the answer's `period` has the instants. `period=all` has none. */
                preceding?: true | "elapsed" | false;
                /** @description Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could take for a formula get an apostrophe in front. */
                raw?: boolean;
                /** @description The beginning of a user's id, or of a device's. */
                search?: string;
                /** @description Only users who are in this state now. */
                status?: components["schemas"]["UserState"];
                /** @description The last day of `period=custom`, included. */
                to?: string;
                /**
                 * @description The time zone of calendar days, by its IANA name; the tenant's by default.
                 * @example Europe/Berlin
                 */
                tz?: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path: {
                /** @description The journey's id. */
                journey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, with a header row. A failed download aborts the connection, so that a partial file never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories that the tenant's journeys have, each once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "categories": [
                     *         "Onboarding",
                     *         "Retention"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What every number is called and means. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "places": [
                     *         {
                     *           "place": "drop_offs",
                     *           "channel": null,
                     *           "metrics": [
                     *             {
                     *               "key": "internal_errors",
                     *               "title": "Internal errors",
                     *               "definition": "Users dropped by an error of the journey itself.",
                     *               "unit": "count"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MetricList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description It is still the one that the caller has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns the tenant and role of the session or API key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "shop",
                     *         "name": "Shop",
                     *         "time_zone": "America/New_York",
                     *         "retention_days": 365,
                     *         "data_from": "2025-03-09T00:00:00-05:00"
                     *       },
                     *       "role": "read",
                     *       "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *       "expires_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "jsk_7Zk2mXh0o0c3yUuYw5Jx1cQe9v4bN8sT6rLpGdHfKaM"
                 *     }
                 */
                "application/json": components["schemas"]["SessionForm"];
            };
        };
        responses: {
            /** @description Signs in with an API key of a tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "shop",
                     *         "name": "Shop",
                     *         "time_zone": "America/New_York",
                     *         "retention_days": 365,
                     *         "data_from": "2025-03-09T00:00:00-05:00"
                     *       },
                     *       "role": "read",
                     *       "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *       "expires_at": "2026-03-10T02:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The API key is unknown or was revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "The API key is unknown or was revoked."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's key cannot sign in. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The operator's key cannot sign in."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            /** @description Too many unknown API keys were tried. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "Too many unknown API keys were tried."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session cookie is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTenants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists all tenants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenants": [
                     *         {
                     *           "id": "shop",
                     *           "name": "Shop",
                     *           "time_zone": "America/New_York",
                     *           "retention_days": 365,
                     *           "data_from": "2025-03-09T00:00:00-05:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TenantList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "shop",
                 *       "name": "Shop",
                 *       "time_zone": "America/New_York"
                 *     }
                 */
                "application/json": components["schemas"]["TenantForm"];
            };
        };
        responses: {
            /** @description Creates a tenant. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "name": "Shop",
                     *       "time_zone": "America/New_York",
                     *       "retention_days": null,
                     *       "data_from": null
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The id is in use, or was used by a deleted tenant. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The id is in use, or was used by a deleted tenant."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns a tenant with its retention and the first day kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "name": "Corner shop",
                     *       "time_zone": "America/New_York",
                     *       "retention_days": 365,
                     *       "data_from": "2025-03-09T00:00:00-05:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTenant: {
        parameters: {
            query: {
                /**
                 * @description The tenant's id, repeated as a confirmation.
                 * @example shop
                 */
                confirm: string;
            };
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant is deleted; its data is being removed from the disk. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "status": "removing",
                     *       "deleted_at": "2026-03-09T16:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TenantDeletion"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    editTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Corner shop",
                 *       "limits": {
                 *         "journeys": 20000
                 *       },
                 *       "retention_days": 365
                 *     }
                 */
                "application/json": components["schemas"]["TenantEdit"];
            };
        };
        responses: {
            /** @description Changes a tenant's name, time zone, limits or retention. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "name": "Corner shop",
                     *       "time_zone": "America/New_York",
                     *       "retention_days": 365,
                     *       "data_from": "2025-03-09T00:00:00-05:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTenantHistory: {
        parameters: {
            query?: {
                /** @description Returns only actions of the API key with this id, or of `operator`. */
                by?: string;
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description Returns only entries of this kind. */
                kind?: components["schemas"]["HistoryKind"];
                /** @description The maximum number of rows per page. */
                limit?: number;
                /** @description The sort order; `-` sorts the latest first. */
                sort?: "at" | "-at";
            };
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists changes of a tenant and its API keys, and access to its data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "at": "2026-03-01T09:00:00.000Z",
                     *           "by": "operator",
                     *           "change": "tenant_created",
                     *           "key_id": null,
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": null,
                     *           "name": "Shop",
                     *           "time_zone": "America/New_York",
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-01T09:00:05.000Z",
                     *           "by": "operator",
                     *           "change": "key_issued",
                     *           "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": "read",
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-02T10:00:00.000Z",
                     *           "by": "operator",
                     *           "change": "tenant_edited",
                     *           "key_id": null,
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": null,
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [
                     *             {
                     *               "limit": "journeys",
                     *               "maximum": 20000
                     *             }
                     *           ],
                     *           "retention": null,
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-04T10:00:00.000Z",
                     *           "by": "operator",
                     *           "change": "tenant_edited",
                     *           "key_id": null,
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": null,
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": {
                     *             "days": 365
                     *           },
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-09T10:00:00Z",
                     *           "by": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *           "change": "user_erased",
                     *           "key_id": null,
                     *           "journey_id": null,
                     *           "erasure_id": "6f6fbc55-9d0e-4c7e-8a57-6a2d3f1f5a10",
                     *           "role": null,
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-09T10:00:00.000Z",
                     *           "by": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "change": "journey_deleted",
                     *           "key_id": null,
                     *           "journey_id": "b1a7c0de-4f32-4c55-8a51-0d7e3f5c9a20",
                     *           "erasure_id": null,
                     *           "role": null,
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": null
                     *         },
                     *         {
                     *           "at": "2026-03-09T10:01:00.000Z",
                     *           "by": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "change": "signed_in",
                     *           "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "journey_id": null,
                     *           "erasure_id": null,
                     *           "role": "read",
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": {
                     *             "last_at": "2026-03-09T10:01:00.000Z",
                     *             "count": 1,
                     *             "completed": 1,
                     *             "bytes": 0,
                     *             "key_name": "Dashboard",
                     *             "address": "203.0.113.7",
                     *             "operation": null,
                     *             "export_id": null,
                     *             "export_kind": null,
                     *             "goal_id": null,
                     *             "channel": null,
                     *             "step_id": null
                     *           }
                     *         },
                     *         {
                     *           "at": "2026-03-09T10:02:00.000Z",
                     *           "by": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "change": "file_downloaded",
                     *           "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "journey_id": "b1a7c0de-4f32-4c55-8a51-0d7e3f5c9a20",
                     *           "erasure_id": null,
                     *           "role": "read",
                     *           "name": null,
                     *           "time_zone": null,
                     *           "limits": [],
                     *           "retention": null,
                     *           "access": {
                     *             "last_at": "2026-03-09T10:02:31.250Z",
                     *             "count": 2,
                     *             "completed": 1,
                     *             "bytes": 48213,
                     *             "key_name": "Dashboard",
                     *             "address": null,
                     *             "operation": "getUsersFile",
                     *             "export_id": null,
                     *             "export_kind": null,
                     *             "goal_id": null,
                     *             "channel": null,
                     *             "step_id": null
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "removed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["TenantHistory"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the active keys, without secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "id": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *           "role": "read",
                     *           "name": "Dashboards",
                     *           "created_at": "2026-03-06T08:55:00Z",
                     *           "created_by": "operator"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    issueKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "read",
                 *       "name": "Dashboards"
                 *     }
                 */
                "application/json": components["schemas"]["KeyForm"];
            };
        };
        responses: {
            /** @description Issues a key. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *       "key": "jsk_0123456789abcdefghijABCDEFGHIJ0123456789xyz",
                     *       "role": "read"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The tenant has the maximum number of keys. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The tenant has the maximum number of keys."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id, which is not the key itself. */
                key: string;
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revokes a key with immediate effect. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTenantUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns a tenant's limits, their use, and the stored events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "limits": [
                     *         {
                     *           "limit": "journeys",
                     *           "maximum": 10000,
                     *           "used": 42
                     *         },
                     *         {
                     *           "limit": "definition_bytes",
                     *           "maximum": 67108864,
                     *           "used": 51234
                     *         },
                     *         {
                     *           "limit": "keys",
                     *           "maximum": 1000,
                     *           "used": 3
                     *         },
                     *         {
                     *           "limit": "revisions",
                     *           "maximum": 1000,
                     *           "used": 17
                     *         },
                     *         {
                     *           "limit": "rejected_events",
                     *           "maximum": 100000,
                     *           "used": 0
                     *         },
                     *         {
                     *           "limit": "rejected_bytes",
                     *           "maximum": 268435456,
                     *           "used": 0
                     *         },
                     *         {
                     *           "limit": "events_per_day",
                     *           "maximum": null,
                     *           "used": 1250000
                     *         },
                     *         {
                     *           "limit": "stored_events",
                     *           "maximum": null,
                     *           "used": 93250000
                     *         }
                     *       ],
                     *       "events_by_day": [
                     *         {
                     *           "day": "2026-05-12",
                     *           "accepted": 1250000
                     *         },
                     *         {
                     *           "day": "2026-05-11",
                     *           "accepted": 2000000
                     *         }
                     *       ],
                     *       "stored_bytes": 6713000000
                     *     }
                     */
                    "application/json": components["schemas"]["TenantUsage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    eraseUser: {
        parameters: {
            query: {
                /**
                 * @description The id of the user.
                 * @example ann
                 */
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is erased; the bytes are off the disk within a day. */
            202: {
                headers: {
                    /** @description Where the erasure is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f6fbc55-9d0e-4c7e-8a57-6a2d3f1f5a10",
                     *       "status": "erased"
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureAccepted"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The service knows as many erased users as it may. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The service knows as many erased users as it may."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportUser: {
        parameters: {
            query: {
                /**
                 * @description The id of the user.
                 * @example ann
                 */
                user_id: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event per line. A failed answer aborts the connection, so that a partial one never looks complete. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listJourneysOfUser: {
        parameters: {
            query: {
                /** @description The `next_cursor` of the previous page. The other parameters must be the same. Omit it for the first page. */
                cursor?: string;
                /** @description The maximum number of rows per page. */
                limit?: number;
                /**
                 * @description The id of the user.
                 * @example ann
                 */
                user_id: string;
            };
            header?: {
                /** @description `no-cache` asks for a newly computed answer, with every event accepted before. */
                "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journeys that one user is in or was in, the last one entered first. */
            200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    Age?: string;
                    /** @description How long the answer may be shown again. */
                    "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    "Journey-Stats-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "journeys": [
                     *         {
                     *           "journey_id": "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601",
                     *           "title": "Welcome",
                     *           "status": "in_progress",
                     *           "last_step": "Hello push",
                     *           "entrances": 1,
                     *           "last_entered_at": "2026-03-07T15:00:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["UserJourneys"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Returns the version of the service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verifyWebhook: {
        parameters: {
            query?: {
                /** @description The challenge to return. */
                "hub.challenge"?: string;
                /** @description Always `subscribe`. */
                "hub.mode"?: string;
                /** @description The verify token from the configuration. */
                "hub.verify_token"?: string;
                /** @description The id of the device to which the message was sent. */
                hwid?: string;
                /** @description The id of the journey that sent the message. */
                journey_id?: string;
                /** @description The message's id; the default is the provider's id. */
                message_id?: string;
                /** @description The id of the step that sent the message. */
                step_id?: string;
                /** @description The tenant's id, if the path does not contain it. */
                tenant?: string;
                /** @description The time at which the message was sent, for providers that report no time. */
                time?: string;
                /** @description The id of the user to whom the message was sent. */
                user_id?: string;
            };
            header?: never;
            path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Verifies a webhook URL, with the tenant in the query. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is not signed by the provider. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The request is not signed by the provider."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant or its provider is not configured. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant or its provider is not configured."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    report: {
        parameters: {
            query?: {
                /** @description The id of the device to which the message was sent. */
                hwid?: string;
                /** @description The id of the journey that sent the message. */
                journey_id?: string;
                /** @description The message's id; the default is the provider's id. */
                message_id?: string;
                /** @description The id of the step that sent the message. */
                step_id?: string;
                /** @description The tenant's id, if the path does not contain it. */
                tenant?: string;
                /** @description The time at which the message was sent, for providers that report no time. */
                time?: string;
                /** @description The id of the user to whom the message was sent. */
                user_id?: string;
            };
            header?: {
                /** @description How the body is packed, if it is. */
                "Content-Encoding"?: "gzip" | "zstd";
            };
            path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "delivered",
                 *       "email": "ann@example.com",
                 *       "timestamp": 1772960400,
                 *       "sg_event_id": "abc",
                 *       "journey_id": "7d9f6f0e-2f7b-4a51-9f0c-0d1f0a6c2b11",
                 *       "step_id": "hello",
                 *       "user_id": "ann"
                 *     }
                 */
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Receives a provider's reports, with the tenant in the query. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected": 0,
                     *       "ignored": 0
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description The request is not signed by the provider. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The request is not signed by the provider."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant or its provider is not configured. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant or its provider is not configured."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verifyWebhookOfTenant: {
        parameters: {
            query?: {
                /** @description The challenge to return. */
                "hub.challenge"?: string;
                /** @description Always `subscribe`. */
                "hub.mode"?: string;
                /** @description The verify token from the configuration. */
                "hub.verify_token"?: string;
                /** @description The id of the device to which the message was sent. */
                hwid?: string;
                /** @description The id of the journey that sent the message. */
                journey_id?: string;
                /** @description The message's id; the default is the provider's id. */
                message_id?: string;
                /** @description The id of the step that sent the message. */
                step_id?: string;
                /** @description The tenant's id, if the path does not contain it. */
                tenant?: string;
                /** @description The time at which the message was sent, for providers that report no time. */
                time?: string;
                /** @description The id of the user to whom the message was sent. */
                user_id?: string;
            };
            header?: never;
            path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                provider: string;
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Verifies a webhook URL, with the tenant in the path. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is not signed by the provider. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The request is not signed by the provider."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant or its provider is not configured. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant or its provider is not configured."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportToTenant: {
        parameters: {
            query?: {
                /** @description The id of the device to which the message was sent. */
                hwid?: string;
                /** @description The id of the journey that sent the message. */
                journey_id?: string;
                /** @description The message's id; the default is the provider's id. */
                message_id?: string;
                /** @description The id of the step that sent the message. */
                step_id?: string;
                /** @description The tenant's id, if the path does not contain it. */
                tenant?: string;
                /** @description The time at which the message was sent, for providers that report no time. */
                time?: string;
                /** @description The id of the user to whom the message was sent. */
                user_id?: string;
            };
            header?: {
                /** @description How the body is packed, if it is. */
                "Content-Encoding"?: "gzip" | "zstd";
            };
            path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                provider: string;
                /** @description The tenant's id. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "delivered",
                 *       "email": "ann@example.com",
                 *       "timestamp": 1772960400,
                 *       "sg_event_id": "abc",
                 *       "journey_id": "7d9f6f0e-2f7b-4a51-9f0c-0d1f0a6c2b11",
                 *       "step_id": "hello",
                 *       "user_id": "ann"
                 *     }
                 */
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Receives a provider's reports, with the tenant in the path. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "ignored_erased": 0,
                     *       "ignored_expired": 0,
                     *       "rejected": 0,
                     *       "ignored": 0
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description The request is not signed by the provider. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The request is not signed by the provider."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant or its provider is not configured. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant or its provider is not configured."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
