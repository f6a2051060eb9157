// Generated from openapi.json by `npm run generate`.
export interface paths {
    readonly "/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes in events
         * @description The answer comes when the accepted events are durable. The same may be sent again any number of times: an event is known by its id and time.
         *
         *     Roles: ingest, admin.
         */
        readonly post: operations["sendEvents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/events/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes in whole files of events
         * @description CSV with a header of field names, or a JSON object a line, of any size. Where an import breaks off, the answer says how far it came; the file may be sent again.
         *
         *     Roles: ingest, admin.
         */
        readonly post: operations["importEvents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/events/rejected": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists refused events, the latest first
         * @description Roles: ingest, read, manage, admin.
         */
        readonly get: operations["listRejectedEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The tenant's journeys with their headline numbers
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["listJourneys"];
        readonly put?: never;
        /**
         * Creates a draft
         * @description Roles: manage, admin.
         */
        readonly post: operations["createJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Shows a journey
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getJourney"];
        /**
         * Replaces title, category, steps and goals
         * @description Roles: manage, admin.
         */
        readonly put: operations["replaceJourney"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Gives another title, in every status
         * @description Roles: manage, admin.
         */
        readonly patch: operations["renameJourney"];
        readonly trace?: never;
    };
    readonly "/journeys/{id}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Starts a draft, or a paused journey again
         * @description Roles: manage, admin.
         */
        readonly post: operations["activateJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}/clone": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes a new draft of the same definition, without its events
         * @description Roles: manage, admin.
         */
        readonly post: operations["cloneJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}/finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ends an active journey that did its work, for ever
         * @description Roles: manage, admin.
         */
        readonly post: operations["finishJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tells who changed what, and when
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getJourneyHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pauses an active journey, to edit it
         * @description Roles: manage, admin.
         */
        readonly post: operations["pauseJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ends an active or paused journey early, for ever
         * @description Roles: manage, admin.
         */
        readonly post: operations["stopJourney"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/audience": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How many came, are in the journey, and left
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getAudience"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/channels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The channels that the journey has message steps for, or events in
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getChannels"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/channels/{channel}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A channel's metrics and its chart
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getChannel"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/channels/{channel}/delivery-issues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What went wrong in a channel, by reason
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getDeliveryIssues"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/channels/{channel}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A channel's messages, a row a step
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The journey at a glance, with its charts
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/stats/performance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How each goal converts
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["getPerformance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/journeys/{journey}/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The users who entered in the period, and where each of them is now
         * @description Roles: read, manage, admin.
         */
        readonly get: operations["listUsers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This document */
        readonly get: operations["getOpenApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tells whose session it is, or whose key
         * @description Roles: ingest, read, manage, admin.
         */
        readonly get: operations["getSession"];
        readonly put?: never;
        /**
         * Signs in with a tenant's key
         * @description The answer sets the cookie of a session, which no script can read.
         */
        readonly post: operations["signIn"];
        /** Signs out, signed in or not */
        readonly delete: operations["signOut"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists all tenants
         * @description Roles: operator.
         */
        readonly get: operations["listTenants"];
        readonly put?: never;
        /**
         * Creates a tenant
         * @description Roles: operator.
         */
        readonly post: operations["createTenant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Changes a tenant's name or time zone
         * @description Roles: operator.
         */
        readonly patch: operations["editTenant"];
        readonly trace?: never;
    };
    readonly "/tenants/{tenant}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists who changed a tenant and its keys
         * @description Roles: admin, operator.
         */
        readonly get: operations["getTenantHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants/{tenant}/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the keys in force, without secrets
         * @description Roles: admin, operator.
         */
        readonly get: operations["listKeys"];
        readonly put?: never;
        /**
         * Issues a key
         * @description The answer is the only place where the key itself is ever shown.
         *
         *     Roles: admin, operator.
         */
        readonly post: operations["issueKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants/{tenant}/keys/{key}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revokes a key, at once
         * @description Roles: admin, operator.
         */
        readonly delete: operations["revokeKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/version": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which version of the service answers */
        readonly get: operations["getVersion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/{provider}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers whether the address is ours, with the tenant in the query */
        readonly get: operations["verifyWebhook"];
        readonly put?: never;
        /** Takes a provider's report for the tenant that the query names */
        readonly post: operations["report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/{provider}/{tenant}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Answers whether the address is ours, with the tenant in the path */
        readonly get: operations["verifyWebhookOfTenant"];
        readonly put?: never;
        /** Takes a provider's report for the tenant that the path names */
        readonly post: operations["reportToTenant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly ApiKey: {
            /** Format: date-time */
            readonly created_at: string;
            readonly created_by: string;
            readonly id: string;
            readonly name: string | null;
            readonly role: components["schemas"]["Role"];
        };
        readonly Audience: {
            /**
             * Drop-offs
             * @description How many times users were removed from the journey by a technical problem: internal and sending errors.
             */
            readonly drop_offs: number;
            /**
             * Entrances
             * @description How many times users entered the journey in the period; a user who enters again counts again.
             */
            readonly entrances: number;
            /**
             * Exits
             * @description How many times users completed or left the journey in the period.
             */
            readonly exits: number;
            /**
             * In journey now
             * @description Users who are in the journey at this moment, whatever the period.
             */
            readonly in_journey_now: number;
            /**
             * Internal errors
             * @description Drop-offs caused by a fault of the journey's own logic or conditions.
             */
            readonly internal_errors: number;
            readonly period: components["schemas"]["ResolvedPeriod"];
            /**
             * Sending errors
             * @description Drop-offs caused by a message that could not be sent.
             */
            readonly sending_errors: number;
        };
        /** @enum {string} */
        readonly Channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
        readonly ChannelFigures: components["schemas"]["PushChannelFigures"] | components["schemas"]["InAppChannelFigures"] | components["schemas"]["EmailChannelFigures"] | components["schemas"]["SmsChannelFigures"] | components["schemas"]["WhatsappChannelFigures"];
        readonly ConditionFilter: {
            readonly op: components["schemas"]["FilterOperator"];
            readonly property: string;
            readonly value?: string | number | boolean;
        };
        readonly Conditions: {
            readonly event_name: string;
            readonly filters: readonly components["schemas"]["ConditionFilter"][];
        };
        readonly CustomEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name: string;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id?: string | null;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "custom";
            readonly user_id: string;
        };
        readonly DeliveryIssue: {
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped. In-app messages that failed or were skipped. Email messages that failed or were skipped. SMS messages that failed or were skipped. WhatsApp messages that failed or were skipped.
             */
            readonly count: number;
            /**
             * Delivery issue rate
             * @description Delivery issues as a share of the users who entered any Push step. Delivery issues as a share of the users who entered any In-app step. Delivery issues as a share of the users who entered any Email step. Delivery issues as a share of the users who entered any SMS step. Delivery issues as a share of the users who entered any WhatsApp step.
             */
            readonly rate: number | null;
            readonly reason: string;
        };
        readonly DeliveryIssues: {
            readonly channel: components["schemas"]["Channel"];
            /**
             * Delivery issue rate
             * @description Delivery issues as a share of the users who entered any Push step. Delivery issues as a share of the users who entered any In-app step. Delivery issues as a share of the users who entered any Email step. Delivery issues as a share of the users who entered any SMS step. Delivery issues as a share of the users who entered any WhatsApp step.
             */
            readonly delivery_issue_rate: number | null;
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped. In-app messages that failed or were skipped. Email messages that failed or were skipped. SMS messages that failed or were skipped. WhatsApp messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            readonly issues: readonly components["schemas"]["DeliveryIssue"][];
            readonly period: components["schemas"]["ResolvedPeriod"];
        };
        readonly DroppedEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            /** @enum {string} */
            readonly reason: "internal_error" | "sending_error";
            readonly step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "dropped";
            readonly user_id: string;
        };
        readonly EmailChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly channel: "email";
            readonly metrics: {
                /**
                 * Click rate
                 * @description Clicked as a share of recipients.
                 */
                readonly click_rate: number | null;
                /**
                 * Clicked
                 * @description Users who clicked a link in an email, counted once for each email step.
                 */
                readonly clicked: number;
                /**
                 * Complaint rate
                 * @description Complaints as a share of recipients.
                 */
                readonly complaint_rate: number | null;
                /**
                 * Complaints
                 * @description Users who marked an email as spam, counted once for each email step.
                 */
                readonly complaints: number;
                /**
                 * Delivered
                 * @description Successful email deliveries, repeated ones to the same person included.
                 */
                readonly delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Email step.
                 */
                readonly delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Email messages that failed or were skipped.
                 */
                readonly delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                readonly delivery_rate: number | null;
                /**
                 * Hard bounce rate
                 * @description Hard bounces as a share of recipients.
                 */
                readonly hard_bounce_rate: number | null;
                /**
                 * Hard bounces
                 * @description Emails that a permanent problem kept from arriving.
                 */
                readonly hard_bounces: number;
                /**
                 * Opened unique
                 * @description Users who opened an email at least once, counted once for each email step.
                 */
                readonly opened_unique: number;
                /**
                 * Recipients
                 * @description Email messages that the provider took: sent less the failed attempts.
                 */
                readonly recipients: number;
                /**
                 * Sent
                 * @description Email messages sent, failed attempts included.
                 */
                readonly sent: number;
                /**
                 * Soft bounce rate
                 * @description Soft bounces as a share of recipients.
                 */
                readonly soft_bounce_rate: number | null;
                /**
                 * Soft bounces
                 * @description Emails that a passing problem kept from arriving.
                 */
                readonly soft_bounces: number;
                /**
                 * Unique delivered
                 * @description Users to whom at least one email was delivered.
                 */
                readonly unique_delivered: number;
                /**
                 * Unique delivery rate
                 * @description Unique delivered as a share of recipients.
                 */
                readonly unique_delivery_rate: number | null;
                /**
                 * Unique open rate
                 * @description Opened unique as a share of recipients.
                 */
                readonly unique_open_rate: number | null;
                /**
                 * Unsubscribe rate
                 * @description Unsubscribed as a share of recipients.
                 */
                readonly unsubscribe_rate: number | null;
                /**
                 * Unsubscribed
                 * @description Users who unsubscribed through an email, counted once for each email step.
                 */
                readonly unsubscribed: number;
            };
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["EmailChannelPoint"][];
        };
        readonly EmailChannelPoint: {
            /**
             * Clicked
             * @description Users who clicked a link in an email, counted once for each email step.
             */
            readonly clicked: number;
            /**
             * Complaints
             * @description Users who marked an email as spam, counted once for each email step.
             */
            readonly complaints: number;
            /**
             * Delivered
             * @description Successful email deliveries, repeated ones to the same person included.
             */
            readonly delivered: number;
            /**
             * Delivery issues
             * @description Email messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            /**
             * Hard bounces
             * @description Emails that a permanent problem kept from arriving.
             */
            readonly hard_bounces: number;
            /**
             * Opened unique
             * @description Users who opened an email at least once, counted once for each email step.
             */
            readonly opened_unique: number;
            /**
             * Recipients
             * @description Email messages that the provider took: sent less the failed attempts.
             */
            readonly recipients: number;
            /**
             * Sent
             * @description Email messages sent, failed attempts included.
             */
            readonly sent: number;
            /**
             * Soft bounces
             * @description Emails that a passing problem kept from arriving.
             */
            readonly soft_bounces: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
            /**
             * Unique delivered
             * @description Users to whom at least one email was delivered.
             */
            readonly unique_delivered: number;
            /**
             * Unsubscribed
             * @description Users who unsubscribed through an email, counted once for each email step.
             */
            readonly unsubscribed: number;
        };
        readonly EnteredEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "entered";
            readonly user_id: string;
        };
        readonly Entry: {
            /** Format: date-time */
            readonly at: string;
            readonly by: string;
            readonly change: string;
            readonly key_id: string | null;
            readonly name: string | null;
            readonly role: components["schemas"]["Role"] | null;
            readonly time_zone: string | null;
        };
        readonly Event: components["schemas"]["EnteredEvent"] | components["schemas"]["StepEnteredEvent"] | components["schemas"]["StepCompletedEvent"] | components["schemas"]["ExitedEvent"] | components["schemas"]["DroppedEvent"] | components["schemas"]["MessageSentEvent"] | components["schemas"]["MessageFailedEvent"] | components["schemas"]["MessageSkippedEvent"] | components["schemas"]["MessageDeliveredEvent"] | components["schemas"]["MessageOpenedEvent"] | components["schemas"]["MessageClickedEvent"] | components["schemas"]["MessageReadEvent"] | components["schemas"]["MessageShownEvent"] | components["schemas"]["MessageInteractedEvent"] | components["schemas"]["MessageDismissedEvent"] | components["schemas"]["MessageUnsubscribedEvent"] | components["schemas"]["MessageHardBouncedEvent"] | components["schemas"]["MessageSoftBouncedEvent"] | components["schemas"]["MessageComplainedEvent"] | components["schemas"]["GoalReachedEvent"] | components["schemas"]["CustomEvent"];
        readonly EventReceipt: {
            readonly accepted: number;
            readonly rejected: readonly components["schemas"]["Rejection"][];
        };
        readonly ExitedEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            /** @enum {string} */
            readonly reason: "completed" | "cancel_event" | "left";
            readonly step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "exited";
            readonly user_id: string;
        };
        readonly FieldError: {
            readonly field: string;
            readonly message: string;
        };
        readonly Filter: {
            readonly op: components["schemas"]["FilterOperator"];
            readonly property: string;
            /** @description What to compare with; left out with `exists`. */
            readonly value: string | number | boolean | null;
        };
        readonly FilterForm: {
            readonly op: components["schemas"]["FilterOperator"];
            readonly property: string;
            /** @description What to compare with; left out with `exists`. */
            readonly value?: string | number | boolean | null;
        };
        /** @enum {string} */
        readonly FilterOperator: "eq" | "neq" | "gt" | "gte" | "lt" | "lte" | "contains" | "exists";
        readonly Goal: {
            /** @default 30 */
            readonly conversion_period_days: number;
            /** @description The custom event that reaches it; without one only the sender decides. */
            readonly event_name: string | null;
            readonly filters: readonly components["schemas"]["Filter"][] | null;
            /** @description The step whose completion starts the tracking; without one entering does. */
            readonly goal_step_id: string | null;
            /** @description Unique in the journey. */
            readonly id: string;
            readonly name: string;
        };
        readonly GoalForm: {
            /** @default 30 */
            readonly conversion_period_days: number | null;
            /** @description The custom event that reaches it; without one only the sender decides. */
            readonly event_name?: string | null;
            readonly filters?: readonly components["schemas"]["FilterForm"][] | null;
            /** @description The step whose completion starts the tracking; without one entering does. */
            readonly goal_step_id?: string | null;
            /** @description Unique in the journey. */
            readonly id: string;
            readonly name: string;
        };
        readonly GoalPerformance: {
            readonly conditions: components["schemas"]["Conditions"] | null;
            readonly conversion_period_days: number;
            /**
             * Conversion rate
             * @description Users who reached the goal, as a share of the entrances of the same period.
             */
            readonly conversion_rate: number | null;
            /**
             * Count
             * @description Users who reached the goal in the period, each once.
             */
            readonly count: number;
            readonly id: string;
            readonly name: string;
        };
        readonly GoalReachedEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id: string;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id?: string | null;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "goal_reached";
            readonly user_id: string;
        };
        readonly Health: {
            /**
             * Drop-offs
             * @description How many times users were removed from the journey by a technical problem: internal and sending errors.
             */
            readonly drop_offs: number;
            /**
             * Entrances
             * @description How many times users entered the journey in the period; a user who enters again counts again.
             */
            readonly entrances: number;
            /**
             * Open rate
             * @description Messages opened as a share of the recipients of push, email and WhatsApp.
             */
            readonly messages_open_rate: number | null;
            /**
             * Messages opened
             * @description Push messages opened, emails opened by distinct users of a step, and WhatsApp messages read.
             */
            readonly messages_opened: number;
            /**
             * Messages sent
             * @description Messages sent in every channel, failed attempts included, and in-app messages shown.
             */
            readonly messages_sent: number;
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["HealthPoint"][];
        };
        readonly HealthPoint: {
            readonly drop_offs: {
                /**
                 * Internal errors
                 * @description Drop-offs caused by a fault of the journey's own logic or conditions.
                 */
                readonly internal_errors: number;
                /**
                 * Sending errors
                 * @description Drop-offs caused by a message that could not be sent.
                 */
                readonly sending_errors: number;
            };
            /**
             * Entrances
             * @description How many times users entered the journey in the period; a user who enters again counts again.
             */
            readonly entrances: number;
            readonly goals_achieved: {
                readonly [key: string]: number;
            };
            readonly messages_sent: {
                /**
                 * Email
                 * @description Email messages sent, failed attempts included.
                 */
                readonly email: number;
                /**
                 * In-app
                 * @description In-app messages shown.
                 */
                readonly in_app: number;
                /**
                 * Push
                 * @description Push messages sent, failed attempts included.
                 */
                readonly push: number;
                /**
                 * SMS
                 * @description SMS messages sent, failed attempts included.
                 */
                readonly sms: number;
                /**
                 * WhatsApp
                 * @description WhatsApp messages sent, failed attempts included.
                 */
                readonly whatsapp: number;
            };
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
        };
        readonly ImportReceipt: {
            readonly accepted: number;
            readonly rejected: readonly components["schemas"]["Rejection"][];
            readonly rejected_count: number;
        };
        readonly InAppChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly channel: "in_app";
            readonly metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any In-app step.
                 */
                readonly delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description In-app messages that failed or were skipped.
                 */
                readonly delivery_issues: number;
                /**
                 * Impressions
                 * @description How many times in-app messages were shown.
                 */
                readonly impressions: number;
                /**
                 * Interaction rate
                 * @description Interactions as a share of impressions.
                 */
                readonly interaction_rate: number | null;
                /**
                 * Interactions
                 * @description How many times users interacted with in-app messages.
                 */
                readonly interactions: number;
                /**
                 * Skips
                 * @description How many times users dismissed in-app messages.
                 */
                readonly skips: number;
            };
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["InAppChannelPoint"][];
        };
        readonly InAppChannelPoint: {
            /**
             * Delivery issues
             * @description In-app messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            /**
             * Impressions
             * @description How many times in-app messages were shown.
             */
            readonly impressions: number;
            /**
             * Interactions
             * @description How many times users interacted with in-app messages.
             */
            readonly interactions: number;
            /**
             * Skips
             * @description How many times users dismissed in-app messages.
             */
            readonly skips: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
        };
        readonly IssuedKey: {
            readonly id: string;
            readonly key: string;
            readonly role: components["schemas"]["Role"];
        };
        readonly Journey: {
            readonly category: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly ended_at: string | null;
            readonly goals: readonly components["schemas"]["Goal"][];
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly launched_at: string | null;
            readonly status: components["schemas"]["JourneyStatus"];
            readonly steps: readonly components["schemas"]["Step"][];
            readonly title: string;
            readonly type: components["schemas"]["JourneyType"];
        };
        readonly JourneyChange: {
            /** Format: date-time */
            readonly at: string;
            /** @description The id of the key. */
            readonly by: string;
            /** @description `created`, `cloned`, `replaced`, `renamed`, or the status that it took on. */
            readonly change: string;
            readonly title: string | null;
            readonly version: number;
        };
        readonly JourneyChannels: {
            readonly channels: readonly components["schemas"]["Channel"][];
            readonly period: components["schemas"]["ResolvedPeriod"];
        };
        readonly JourneyForm: {
            readonly category?: string | null;
            readonly goals: readonly components["schemas"]["GoalForm"][];
            /**
             * Format: uuid
             * @description A new one is made where it is left out.
             */
            readonly id?: string | null;
            readonly steps: readonly components["schemas"]["StepForm"][];
            readonly title: string;
            readonly type?: components["schemas"]["JourneyType"] | null;
        };
        readonly JourneyHistory: {
            readonly changes: readonly components["schemas"]["JourneyChange"][];
        };
        readonly JourneyList: {
            readonly journeys: readonly components["schemas"]["JourneyRow"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly JourneyRow: {
            readonly category: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly ended_at: string | null;
            /**
             * Entrances
             * @description How many times users entered the journey in the period; a user who enters again counts again.
             */
            readonly entrances: number;
            /**
             * Goals reached
             * @description Users who reached any goal of the journey, each once.
             */
            readonly goals_reached: number;
            /** Format: uuid */
            readonly id: string;
            /**
             * In journey now
             * @description Users who are in the journey at this moment, whatever the period.
             */
            readonly in_journey_now: number;
            /** Format: date-time */
            readonly launched_at: string | null;
            readonly status: components["schemas"]["JourneyStatus"];
            readonly title: string;
            readonly type: components["schemas"]["JourneyType"];
        };
        /** @enum {string} */
        readonly JourneyStatus: "draft" | "active" | "paused" | "finished" | "stopped";
        /** @enum {string} */
        readonly JourneyType: "audience_based" | "trigger_based";
        readonly KeyForm: {
            readonly name?: string | null;
            /** @enum {string} */
            readonly role: "ingest" | "read" | "manage" | "admin";
        };
        readonly KeyList: {
            readonly keys: readonly components["schemas"]["ApiKey"][];
        };
        readonly MessageClickedEvent: {
            /** @enum {string} */
            readonly channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_clicked";
            readonly user_id: string;
        };
        readonly MessageComplainedEvent: {
            /** @constant */
            readonly channel: "email";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_complained";
            readonly user_id: string;
        };
        readonly MessageDeliveredEvent: {
            /** @enum {string} */
            readonly channel: "push" | "email" | "sms" | "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_delivered";
            readonly user_id: string;
        };
        readonly MessageDismissedEvent: {
            /** @constant */
            readonly channel: "in_app";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_dismissed";
            readonly user_id: string;
        };
        readonly MessageFailedEvent: {
            /** @enum {string} */
            readonly channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason: string;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_failed";
            readonly user_id: string;
        };
        readonly MessageHardBouncedEvent: {
            /** @constant */
            readonly channel: "email";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_hard_bounced";
            readonly user_id: string;
        };
        readonly MessageInteractedEvent: {
            /** @constant */
            readonly channel: "in_app";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_interacted";
            readonly user_id: string;
        };
        readonly MessageOpenedEvent: {
            /** @enum {string} */
            readonly channel: "push" | "email";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_opened";
            readonly user_id: string;
        };
        readonly MessageReadEvent: {
            /** @constant */
            readonly channel: "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_read";
            readonly user_id: string;
        };
        readonly MessageRow: {
            /**
             * Click rate
             * @description Users who clicked in the message, as a share of its recipients.
             */
            readonly click_rate: number | null;
            /**
             * Clicked
             * @description Users who clicked in the message.
             */
            readonly clicked_users: number;
            /**
             * Goal conversion
             * @description Users who reached the chosen goal within its conversion period after interacting with the message.
             */
            readonly converted_users: number | null;
            /**
             * Goal conversion rate
             * @description Users who reached the goal, as a share of its recipients.
             */
            readonly goal_conversion_rate: number | null;
            readonly name: string;
            /**
             * Open rate
             * @description Users who opened the message, as a share of its recipients.
             */
            readonly open_rate: number | null;
            /**
             * Opened
             * @description Users who opened the message.
             */
            readonly opened_users: number | null;
            /**
             * Recipients
             * @description Users to whom the message went.
             */
            readonly recipient_users: number;
            /**
             * Sent
             * @description Messages sent; for in-app, how often it was shown.
             */
            readonly sent: number;
            readonly step_id: string;
        };
        readonly Messages: {
            readonly channel: components["schemas"]["Channel"];
            readonly goal: string | null;
            readonly messages: readonly components["schemas"]["MessageRow"][];
            readonly period: components["schemas"]["ResolvedPeriod"];
        };
        readonly MessageSentEvent: {
            /** @enum {string} */
            readonly channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_sent";
            readonly user_id: string;
        };
        readonly MessageShownEvent: {
            /** @constant */
            readonly channel: "in_app";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_shown";
            readonly user_id: string;
        };
        readonly MessageSkippedEvent: {
            /** @enum {string} */
            readonly channel: "push" | "in_app" | "email" | "sms" | "whatsapp";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason: string;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_skipped";
            readonly user_id: string;
        };
        readonly MessageSoftBouncedEvent: {
            /** @constant */
            readonly channel: "email";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_soft_bounced";
            readonly user_id: string;
        };
        readonly MessageUnsubscribedEvent: {
            /** @constant */
            readonly channel: "email";
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id: string;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "message_unsubscribed";
            readonly user_id: string;
        };
        readonly NoneAccepted: {
            readonly accepted: number;
            readonly detail: string;
            readonly rejected: readonly components["schemas"]["Rejection"][];
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly Performance: {
            /**
             * Entrances
             * @description How many times users entered the journey in the period; a user who enters again counts again.
             */
            readonly entrances: number;
            readonly goals: readonly components["schemas"]["GoalPerformance"][];
            readonly period: components["schemas"]["ResolvedPeriod"];
        };
        readonly Problem: {
            readonly detail: string;
            readonly errors?: readonly components["schemas"]["FieldError"][];
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly PushChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly channel: "push";
            readonly metrics: {
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any Push step.
                 */
                readonly delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description Push messages that failed or were skipped.
                 */
                readonly delivery_issues: number;
                /**
                 * Open rate
                 * @description Opened as a share of recipients.
                 */
                readonly open_rate: number | null;
                /**
                 * Opened
                 * @description Push messages opened at least once, each counted once.
                 */
                readonly opened: number;
                /**
                 * Recipients
                 * @description Push messages that the provider took: sent less the failed attempts.
                 */
                readonly recipients: number;
                /**
                 * Sent
                 * @description Push messages sent, failed attempts included.
                 */
                readonly sent: number;
            };
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["PushChannelPoint"][];
        };
        readonly PushChannelPoint: {
            /**
             * Delivery issues
             * @description Push messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            /**
             * Opened
             * @description Push messages opened at least once, each counted once.
             */
            readonly opened: number;
            /**
             * Recipients
             * @description Push messages that the provider took: sent less the failed attempts.
             */
            readonly recipients: number;
            /**
             * Sent
             * @description Push messages sent, failed attempts included.
             */
            readonly sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
        };
        readonly RejectedEvent: {
            readonly errors: readonly components["schemas"]["FieldError"][];
            readonly event: string;
            readonly event_id: string | null;
            readonly index: number;
            /** Format: date-time */
            readonly received_at: string;
            readonly truncated: boolean;
        };
        readonly RejectedEventPage: {
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
            readonly rejected: readonly components["schemas"]["RejectedEvent"][];
        };
        readonly Rejection: {
            readonly errors: readonly components["schemas"]["FieldError"][];
            readonly event_id: string | null;
            readonly index: number;
        };
        readonly ResolvedPeriod: {
            /**
             * Format: date-time
             * @description The first instant; null where there is no bound.
             */
            readonly from: string | null;
            /** @description The period as it was asked for. */
            readonly name: string;
            /**
             * Format: date-time
             * @description The first instant after it; null where there is no bound.
             */
            readonly to: string | null;
            /** @description The zone of its days, by its IANA name. */
            readonly tz: string;
        };
        /** @enum {string} */
        readonly Role: "ingest" | "read" | "manage" | "admin" | "operator";
        readonly Session: {
            /** Format: date-time */
            readonly expires_at: string | null;
            readonly key_id: string;
            readonly role: components["schemas"]["Role"];
            readonly tenant: components["schemas"]["Tenant"];
        };
        readonly SessionForm: {
            readonly key?: string | null;
        };
        readonly SmsChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly channel: "sms";
            readonly metrics: {
                /**
                 * Delivered
                 * @description SMS messages reported as delivered.
                 */
                readonly delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any SMS step.
                 */
                readonly delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description SMS messages that failed or were skipped.
                 */
                readonly delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of sent.
                 */
                readonly delivery_rate: number | null;
                /**
                 * Sent
                 * @description SMS messages sent, failed attempts included.
                 */
                readonly sent: number;
            };
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["SmsChannelPoint"][];
        };
        readonly SmsChannelPoint: {
            /**
             * Delivered
             * @description SMS messages reported as delivered.
             */
            readonly delivered: number;
            /**
             * Delivery issues
             * @description SMS messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            /**
             * Sent
             * @description SMS messages sent, failed attempts included.
             */
            readonly sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
        };
        readonly Step: {
            readonly channel: components["schemas"]["Channel"] | null;
            /** @description Unique in the journey. */
            readonly id: string;
            readonly kind: components["schemas"]["StepKind"];
            readonly name: string;
        };
        readonly StepCompletedEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "step_completed";
            readonly user_id: string;
        };
        readonly StepEnteredEvent: {
            /** @enum {string|null} */
            readonly channel?: "push" | "in_app" | "email" | "sms" | "whatsapp" | null;
            readonly event_id: string;
            readonly event_name?: string | null;
            readonly goal_id?: string | null;
            readonly hwid?: string | null;
            /**
             * Format: uuid
             * @description A journey of the tenant.
             */
            readonly journey_id: string;
            readonly link_url?: string | null;
            readonly message_id?: string | null;
            /** @description Free attributes, at most 16384 bytes. */
            readonly properties?: Record<string, never> | null;
            readonly reason?: string | null;
            readonly step_id: string;
            /**
             * Format: date-time
             * @description When it happened, from 1900 to 24 hours ahead; to the millisecond.
             */
            readonly time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "step_entered";
            readonly user_id: string;
        };
        readonly StepForm: {
            readonly channel?: components["schemas"]["Channel"] | null;
            /** @description Unique in the journey. */
            readonly id: string;
            readonly kind: components["schemas"]["StepKind"];
            readonly name: string;
        };
        /** @enum {string} */
        readonly StepKind: "entry" | "message" | "wait" | "condition" | "goal" | "exit" | "other";
        readonly Tenant: {
            readonly id: string;
            readonly name: string;
            readonly time_zone: string;
        };
        readonly TenantForm: {
            /** @description As wished, when the tenant is created; it cannot be changed. */
            readonly id?: string | null;
            readonly name?: string | null;
            /** @description An IANA name, the zone of the tenant's calendar days. */
            readonly time_zone?: string | null;
        };
        readonly TenantHistory: {
            readonly changes: readonly components["schemas"]["Entry"][];
        };
        readonly TenantList: {
            readonly tenants: readonly components["schemas"]["Tenant"][];
        };
        readonly TitleForm: {
            readonly title: string;
        };
        readonly User: {
            /** @description How often the user entered in the period. */
            readonly entrances: number;
            /** @description The latest device, if any is known. */
            readonly hwid: string | null;
            /** Format: date-time */
            readonly last_entered_at: string;
            /** @description The step where the user is or was last; empty where there is none. */
            readonly last_step: string;
            readonly status: components["schemas"]["UserState"];
            /** Format: date-time */
            readonly updated_at: string;
            readonly user_id: string;
        };
        readonly UserPage: {
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly users: readonly components["schemas"]["User"][];
        };
        /** @enum {string} */
        readonly UserState: "in_progress" | "exited" | "dropped_off";
        readonly Version: {
            readonly version: string;
        };
        readonly WebhookReceipt: {
            readonly accepted: number;
            readonly ignored: number;
            readonly rejected: number;
        };
        readonly WhatsappChannelFigures: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly channel: "whatsapp";
            readonly metrics: {
                /**
                 * Delivered
                 * @description WhatsApp messages reported as delivered or read, each counted once.
                 */
                readonly delivered: number;
                /**
                 * Delivery issue rate
                 * @description Delivery issues as a share of the users who entered any WhatsApp step.
                 */
                readonly delivery_issue_rate: number | null;
                /**
                 * Delivery issues
                 * @description WhatsApp messages that failed or were skipped.
                 */
                readonly delivery_issues: number;
                /**
                 * Delivery rate
                 * @description Delivered as a share of recipients.
                 */
                readonly delivery_rate: number | null;
                /**
                 * Read
                 * @description WhatsApp messages that were read, each counted once.
                 */
                readonly read: number;
                /**
                 * Read rate
                 * @description Read as a share of recipients.
                 */
                readonly read_rate: number | null;
                /**
                 * Recipients
                 * @description WhatsApp messages that the provider took: sent less the failed attempts.
                 */
                readonly recipients: number;
                /**
                 * Sent
                 * @description WhatsApp messages sent, failed attempts included.
                 */
                readonly sent: number;
            };
            readonly period: components["schemas"]["ResolvedPeriod"];
            readonly series: readonly components["schemas"]["WhatsappChannelPoint"][];
        };
        readonly WhatsappChannelPoint: {
            /**
             * Delivered
             * @description WhatsApp messages reported as delivered or read, each counted once.
             */
            readonly delivered: number;
            /**
             * Delivery issues
             * @description WhatsApp messages that failed or were skipped.
             */
            readonly delivery_issues: number;
            /**
             * Read
             * @description WhatsApp messages that were read, each counted once.
             */
            readonly read: number;
            /**
             * Recipients
             * @description WhatsApp messages that the provider took: sent less the failed attempts.
             */
            readonly recipients: number;
            /**
             * Sent
             * @description WhatsApp messages sent, failed attempts included.
             */
            readonly sent: number;
            /**
             * Format: date-time
             * @description The start of the bucket, with the zone's offset then.
             */
            readonly time: string;
        };
    };
    responses: {
        /** @description The request body is too large. */
        readonly ContentTooLarge: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key's role does not allow this. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is another tenant's. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "detail": "There is no such thing, or it is another tenant's."
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The thing was changed since the version that `If-Match` names. */
        readonly PreconditionFailed: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body came more slowly than 16 KiB a second. */
        readonly RequestTimeout: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The store is away, or everybody together asks for too much. */
        readonly ServiceUnavailable: {
            headers: {
                /** @description After how many seconds to try again. */
                readonly "Retry-After"?: string;
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The tenant asks for too much at the same time. */
        readonly TooManyRequests: {
            headers: {
                /** @description After how many seconds to try again. */
                readonly "Retry-After"?: string;
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key is missing, unknown, or no longer in force. */
        readonly Unauthorized: {
            headers: {
                /** @description How to send a key. */
                readonly "WWW-Authenticate"?: string;
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The input has errors, each named with its field. */
        readonly UnprocessableContent: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type or encoding that is not read here. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly [name: string]: unknown;
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
                readonly "application/problem+json": components["schemas"]["Problem"];
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
    readonly sendEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How the body is packed, if it is. */
                readonly "Content-Encoding"?: "gzip" | "zstd";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                readonly "application/json": readonly components["schemas"]["Event"][] | components["schemas"]["Event"];
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description All were accepted. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 3,
                     *       "rejected": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EventReceipt"];
                };
            };
            /** @description Some were accepted, the others are named. */
            readonly 207: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 2,
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
                    readonly "application/json": components["schemas"]["EventReceipt"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description None was accepted, or the body cannot be read. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] | components["schemas"]["NoneAccepted"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly importEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How the body is packed, if it is. */
                readonly "Content-Encoding"?: "gzip" | "zstd";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": string;
                readonly "text/csv": string;
            };
        };
        readonly responses: {
            /** @description All were accepted. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 250000,
                     *       "rejected_count": 0,
                     *       "rejected": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description Some were accepted, the first of the others are named. */
            readonly 207: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 249999,
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
                    readonly "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listRejectedEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description The `next_cursor` of the page before, under the same other parameters; left out for the first page. */
                readonly cursor?: string;
                /** @description How many rows the page may have. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lists refused events, the latest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
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
                     *       "next_cursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RejectedEventPage"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listJourneys: {
        readonly parameters: {
            readonly query?: {
                /** @description Only journeys of this category. */
                readonly category?: string;
                /** @description The `next_cursor` of the page before, under the same other parameters; left out for the first page. */
                readonly cursor?: string;
                /** @description How many rows the page may have. */
                readonly limit?: number;
                /** @description A part of the title, in whatever case. */
                readonly q?: string;
                /** @description The order; `-` means descending. */
                readonly sort?: "created_at" | "-created_at" | "title" | "-title";
                /** @description Only journeys of this status. */
                readonly status?: components["schemas"]["JourneyStatus"];
                /** @description Only journeys of this type. */
                readonly type?: components["schemas"]["JourneyType"];
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tenant's journeys with their headline numbers. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                     *       "next_cursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["JourneyList"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                 *           "conversion_period_days": 1
                 *         },
                 *         {
                 *           "id": "rated",
                 *           "name": "Rated"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["JourneyForm"] & unknown;
            };
        };
        readonly responses: {
            /** @description Creates a draft. */
            readonly 201: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    /** @description Where the new thing is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The tenant has a journey with this id. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The tenant has a journey with this id."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Shows a journey. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly replaceJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that came with the journey; an edit of another version is refused with 412. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                 *           "conversion_period_days": 1
                 *         },
                 *         {
                 *           "id": "rated",
                 *           "name": "Rated"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["JourneyForm"];
            };
        };
        readonly responses: {
            /** @description Replaces title, category, steps and goals. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description The journey's status does not allow it. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not allow it."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly renameJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that came with the journey; an edit of another version is refused with 412. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "title": "Warm welcome"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TitleForm"];
            };
        };
        readonly responses: {
            /** @description Gives another title, in every status. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly activateJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Starts a draft, or a paused journey again. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description The journey's status does not lead there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not lead there."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly cloneJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Makes a new draft of the same definition, without its events. */
            readonly 201: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    /** @description Where the new thing is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly finishJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ends an active journey that did its work, for ever. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description The journey's status does not lead there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not lead there."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getJourneyHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Tells who changed what, and when. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["JourneyHistory"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly pauseJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Pauses an active journey, to edit it. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description The journey's status does not lead there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not lead there."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly stopJourney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The journey's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ends an active or paused journey early, for ever. */
            readonly 200: {
                headers: {
                    /** @description The journey's version. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_period_days": 1
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "event_name": null,
                     *           "filters": null,
                     *           "goal_step_id": null,
                     *           "conversion_period_days": 30
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description The journey's status does not lead there. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The journey's status does not lead there."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getAudience: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many came, are in the journey, and left. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getChannels: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The channels that the journey has message steps for, or events in. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["JourneyChannels"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getChannel: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone. */
                readonly interval?: "hour" | "day" | "week" | "month";
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The channel. */
                readonly channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A channel's metrics and its chart. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["ChannelFigures"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getDeliveryIssues: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The channel. */
                readonly channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What went wrong in a channel, by reason. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["DeliveryIssues"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getMessages: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description The id of the goal to measure conversions of; without one they are null. */
                readonly goal?: string;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The channel. */
                readonly channel: components["schemas"]["Channel"];
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A channel's messages, a row a step. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description How long a bucket of the series is, by the calendar of the zone. */
                readonly interval?: "hour" | "day" | "week" | "month";
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The journey at a glance, with its charts. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getPerformance: {
        readonly parameters: {
            readonly query?: {
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How each goal converts. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                     *           "conversion_rate": 0.2
                     *         },
                     *         {
                     *           "id": "rated",
                     *           "name": "Rated",
                     *           "conditions": null,
                     *           "conversion_period_days": 30,
                     *           "count": 1,
                     *           "conversion_rate": 0.2
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: {
                /** @description The `next_cursor` of the page before, under the same other parameters; left out for the first page. */
                readonly cursor?: string;
                /** @description The first day of `period=custom`, which is meant where a day is given. */
                readonly from?: string;
                /** @description How many rows the page may have. */
                readonly limit?: number;
                /** @description The time asked about, in calendar days of the zone; `7d` and `30d` end with today. */
                readonly period?: "all" | "today" | "yesterday" | "7d" | "30d" | "custom";
                /** @description The beginning of a user's id, or of a device's. */
                readonly search?: string;
                /** @description Only users who are in this state now. */
                readonly status?: components["schemas"]["UserState"];
                /** @description The last day of `period=custom`, included. */
                readonly to?: string;
                /**
                 * @description The zone of calendar days, by its IANA name; the tenant's unless given.
                 * @example Europe/Berlin
                 */
                readonly tz?: string;
            };
            readonly header?: {
                /** @description `no-cache` asks for an answer made anew, with every event accepted before. */
                readonly "Cache-Control"?: string;
                /** @description The `ETag` of an answer that the caller has: the same is not sent again. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description The journey's id. */
                readonly journey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The users who entered in the period, and where each of them is now. */
            readonly 200: {
                headers: {
                    /** @description Of a stale answer: how many seconds ago it was made. */
                    readonly Age?: string;
                    /** @description How long the answer may be shown again. */
                    readonly "Cache-Control"?: string;
                    /** @description A tag of what the answer says. */
                    readonly ETag?: string;
                    /** @description `true` where an old answer is shown, as ClickHouse cannot be reached. */
                    readonly "Journey-Stats-Stale"?: string;
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description The answer is still the one that `If-None-Match` names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getOpenApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description This document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description It is still the one that the caller has. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Tells whose session it is, or whose key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "shop",
                     *         "name": "Shop",
                     *         "time_zone": "America/New_York"
                     *       },
                     *       "role": "read",
                     *       "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *       "expires_at": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly signIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "key": "jsk_7Zk2mXh0o0c3yUuYw5Jx1cQe9v4bN8sT6rLpGdHfKaM"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SessionForm"] & unknown;
            };
        };
        readonly responses: {
            /** @description Signs in with a tenant's key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "shop",
                     *         "name": "Shop",
                     *         "time_zone": "America/New_York"
                     *       },
                     *       "role": "read",
                     *       "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *       "expires_at": "2026-03-10T02:00:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The key is not known, or no longer. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "The key is not known, or no longer."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's key opens no session. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The operator's key opens no session."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            /** @description Too many keys that are not known were tried. */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "Too many keys that are not known were tried."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly signOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The cookie is taken away. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listTenants: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lists all tenants. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenants": [
                     *         {
                     *           "id": "shop",
                     *           "name": "Shop",
                     *           "time_zone": "America/New_York"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "id": "shop",
                 *       "name": "Shop",
                 *       "time_zone": "America/New_York"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TenantForm"] & unknown;
            };
        };
        readonly responses: {
            /** @description Creates a tenant. */
            readonly 201: {
                headers: {
                    /** @description Where the new thing is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "name": "Shop",
                     *       "time_zone": "America/New_York"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The id is taken. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The id is taken."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly editTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tenant's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Corner shop"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TenantForm"];
            };
        };
        readonly responses: {
            /** @description Changes a tenant's name or time zone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "name": "Corner shop",
                     *       "time_zone": "America/New_York"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getTenantHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lists who changed a tenant and its keys. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "at": "2026-03-01T09:00:00.000Z",
                     *           "by": "operator",
                     *           "change": "tenant_created",
                     *           "name": "Shop",
                     *           "time_zone": "America/New_York",
                     *           "key_id": null,
                     *           "role": null
                     *         },
                     *         {
                     *           "at": "2026-03-01T09:00:05.000Z",
                     *           "by": "operator",
                     *           "change": "key_issued",
                     *           "key_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
                     *           "role": "read",
                     *           "name": null,
                     *           "time_zone": null
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantHistory"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lists the keys in force, without secrets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
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
                    readonly "application/json": components["schemas"]["KeyList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly issueKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "role": "read",
                 *       "name": "Dashboards"
                 *     }
                 */
                readonly "application/json": components["schemas"]["KeyForm"];
            };
        };
        readonly responses: {
            /** @description Issues a key. */
            readonly 201: {
                headers: {
                    /** @description Where the new thing is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5d1f0c52-3a64-4d1e-9c2e-7b1d6f0a4c11",
                     *       "key": "jsk_0123456789abcdefghijABCDEFGHIJ0123456789xyz",
                     *       "role": "read"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["IssuedKey"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The key's id, which is not the key itself. */
                readonly key: string;
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Revokes a key, at once. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Which version of the service answers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Version"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly verifyWebhook: {
        readonly parameters: {
            readonly query?: {
                /** @description What to answer. */
                readonly "hub.challenge"?: string;
                /** @description Says `subscribe`. */
                readonly "hub.mode"?: string;
                /** @description The word that was agreed with the provider. */
                readonly "hub.verify_token"?: string;
                /** @description The device it went to. */
                readonly hwid?: string;
                /** @description The journey that the message belongs to. */
                readonly journey_id?: string;
                /** @description The message's id; the provider's own where there is none. */
                readonly message_id?: string;
                /** @description The step that sent the message. */
                readonly step_id?: string;
                /** @description The tenant's id, where the path does not name it. */
                readonly tenant?: string;
                /** @description When the message was sent, of providers that tell no time. */
                readonly time?: string;
                /** @description The user it went to. */
                readonly user_id?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                readonly provider: string;
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Answers whether the address is ours, with the tenant in the query. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description The provider has not signed it. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The provider has not signed it."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant, or its provider, is not known here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant, or its provider, is not known here."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly report: {
        readonly parameters: {
            readonly query?: {
                /** @description The device it went to. */
                readonly hwid?: string;
                /** @description The journey that the message belongs to. */
                readonly journey_id?: string;
                /** @description The message's id; the provider's own where there is none. */
                readonly message_id?: string;
                /** @description The step that sent the message. */
                readonly step_id?: string;
                /** @description The tenant's id, where the path does not name it. */
                readonly tenant?: string;
                /** @description When the message was sent, of providers that tell no time. */
                readonly time?: string;
                /** @description The user it went to. */
                readonly user_id?: string;
            };
            readonly header?: {
                /** @description How the body is packed, if it is. */
                readonly "Content-Encoding"?: "gzip" | "zstd";
            };
            readonly path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                readonly provider: string;
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                readonly "application/json": Record<string, never>;
                readonly "application/x-www-form-urlencoded": string;
            };
        };
        readonly responses: {
            /** @description Takes a provider's report for the tenant that the query names. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "rejected": 0,
                     *       "ignored": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description The provider has not signed it. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The provider has not signed it."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant, or its provider, is not known here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant, or its provider, is not known here."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly verifyWebhookOfTenant: {
        readonly parameters: {
            readonly query?: {
                /** @description What to answer. */
                readonly "hub.challenge"?: string;
                /** @description Says `subscribe`. */
                readonly "hub.mode"?: string;
                /** @description The word that was agreed with the provider. */
                readonly "hub.verify_token"?: string;
                /** @description The device it went to. */
                readonly hwid?: string;
                /** @description The journey that the message belongs to. */
                readonly journey_id?: string;
                /** @description The message's id; the provider's own where there is none. */
                readonly message_id?: string;
                /** @description The step that sent the message. */
                readonly step_id?: string;
                /** @description The tenant's id, where the path does not name it. */
                readonly tenant?: string;
                /** @description When the message was sent, of providers that tell no time. */
                readonly time?: string;
                /** @description The user it went to. */
                readonly user_id?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                readonly provider: string;
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Answers whether the address is ours, with the tenant in the path. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description The provider has not signed it. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The provider has not signed it."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant, or its provider, is not known here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant, or its provider, is not known here."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly reportToTenant: {
        readonly parameters: {
            readonly query?: {
                /** @description The device it went to. */
                readonly hwid?: string;
                /** @description The journey that the message belongs to. */
                readonly journey_id?: string;
                /** @description The message's id; the provider's own where there is none. */
                readonly message_id?: string;
                /** @description The step that sent the message. */
                readonly step_id?: string;
                /** @description The tenant's id, where the path does not name it. */
                readonly tenant?: string;
                /** @description When the message was sent, of providers that tell no time. */
                readonly time?: string;
                /** @description The user it went to. */
                readonly user_id?: string;
            };
            readonly header?: {
                /** @description How the body is packed, if it is. */
                readonly "Content-Encoding"?: "gzip" | "zstd";
            };
            readonly path: {
                /** @description The provider: sendgrid, twilio or whatsapp. */
                readonly provider: string;
                /** @description The tenant's id. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                readonly "application/json": Record<string, never>;
                readonly "application/x-www-form-urlencoded": string;
            };
        };
        readonly responses: {
            /** @description Takes a provider's report for the tenant that the path names. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "rejected": 0,
                     *       "ignored": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            /** @description The provider has not signed it. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "The provider has not signed it."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tenant, or its provider, is not known here. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "The tenant, or its provider, is not known here."
                     *     }
                     */
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
