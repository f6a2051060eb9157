// Generated from openapi.json and docs/metrics.md by `npm run generate`.
export const catalogue = {
  "audience": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "Number of times users entered the journey in the period, including repeated entries.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey now",
      "definition": "Users who are in the journey at this moment; the period does not apply.",
      "unit": "count"
    },
    {
      "key": "exits",
      "title": "Exits",
      "definition": "Number of times users completed or left the journey in the period.",
      "unit": "count"
    },
    {
      "key": "internal_errors",
      "title": "Internal errors",
      "definition": "Drop-offs caused by an error in the journey's own logic or conditions.",
      "unit": "count"
    },
    {
      "key": "sending_errors",
      "title": "Sending errors",
      "definition": "Drop-offs caused by a message that could not be sent.",
      "unit": "count"
    },
    {
      "key": "drop_offs",
      "title": "Drop-offs",
      "definition": "Number of times a technical problem removed users from the journey: internal and sending errors.",
      "unit": "count"
    }
  ],
  "performance": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "Number of times users entered the journey in the period, including repeated entries.",
      "unit": "count"
    }
  ],
  "goal": [
    {
      "key": "count",
      "title": "Count",
      "definition": "Users who reached the goal in the period, each once.",
      "unit": "count"
    },
    {
      "key": "conversion_rate",
      "title": "Conversion rate",
      "definition": "Users who reached the goal, as a share of the entrances of the same period.",
      "unit": "rate"
    },
    {
      "key": "conversions",
      "title": "Conversions",
      "definition": "Conversions of the goal in the period, including several of the same user.",
      "unit": "count"
    }
  ],
  "health": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "Number of times users entered the journey in the period, including repeated entries.",
      "unit": "count"
    },
    {
      "key": "messages_sent",
      "title": "Messages sent",
      "definition": "Messages sent in all channels, including failed attempts, and in-app messages shown.",
      "unit": "count"
    },
    {
      "key": "messages_opened",
      "title": "Messages opened",
      "definition": "Push messages opened, emails opened (each user once per email step) and WhatsApp messages read.",
      "unit": "count"
    },
    {
      "key": "messages_open_rate",
      "title": "Open rate",
      "definition": "Messages opened, as a share of the recipients of push, email and WhatsApp messages.",
      "unit": "rate"
    },
    {
      "key": "drop_offs",
      "title": "Drop-offs",
      "definition": "Number of times a technical problem removed users from the journey: internal and sending errors.",
      "unit": "count"
    }
  ],
  "messages_sent": [
    {
      "key": "push",
      "title": "Push",
      "definition": "Push messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "in_app",
      "title": "In-app",
      "definition": "In-app messages shown.",
      "unit": "count"
    },
    {
      "key": "email",
      "title": "Email",
      "definition": "Email messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "sms",
      "title": "SMS",
      "definition": "SMS messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "whatsapp",
      "title": "WhatsApp",
      "definition": "WhatsApp messages sent, including failed attempts.",
      "unit": "count"
    }
  ],
  "drop_offs": [
    {
      "key": "internal_errors",
      "title": "Internal errors",
      "definition": "Drop-offs caused by an error in the journey's own logic or conditions.",
      "unit": "count"
    },
    {
      "key": "sending_errors",
      "title": "Sending errors",
      "definition": "Drop-offs caused by a message that could not be sent.",
      "unit": "count"
    }
  ],
  "message": [
    {
      "key": "sent",
      "title": "Sent",
      "definition": "Messages sent; for in-app, number of times shown.",
      "unit": "count"
    },
    {
      "key": "recipient_users",
      "title": "Recipients",
      "definition": "Users to whom the message was sent or shown.",
      "unit": "count"
    },
    {
      "key": "opened_users",
      "title": "Opened",
      "definition": "Users who opened the message.",
      "unit": "count"
    },
    {
      "key": "open_rate",
      "title": "Open rate",
      "definition": "Users who opened the message, as a share of its recipients.",
      "unit": "rate"
    },
    {
      "key": "clicked_users",
      "title": "Clicked",
      "definition": "Users who clicked in the message.",
      "unit": "count"
    },
    {
      "key": "click_rate",
      "title": "Click rate",
      "definition": "Users who clicked in the message, as a share of its recipients.",
      "unit": "rate"
    },
    {
      "key": "converted_users",
      "title": "Goal conversion",
      "definition": "Users who reached the chosen goal within its conversion period after interacting with the message.",
      "unit": "count"
    },
    {
      "key": "goal_conversion_rate",
      "title": "Goal conversion rate",
      "definition": "Users who reached the goal, as a share of its recipients.",
      "unit": "rate"
    }
  ],
  "email_message": [
    {
      "key": "sent",
      "title": "Sent",
      "definition": "Messages sent; for in-app, number of times shown.",
      "unit": "count"
    },
    {
      "key": "recipient_users",
      "title": "Recipients",
      "definition": "Users to whom the message was sent or shown.",
      "unit": "count"
    },
    {
      "key": "opened_users",
      "title": "Opened",
      "definition": "Users who opened the message.",
      "unit": "count"
    },
    {
      "key": "open_rate",
      "title": "Open rate",
      "definition": "Users who opened the message, as a share of its recipients.",
      "unit": "rate"
    },
    {
      "key": "clicked_users",
      "title": "Clicked",
      "definition": "Users who clicked in the message.",
      "unit": "count"
    },
    {
      "key": "click_rate",
      "title": "Click rate",
      "definition": "Users who clicked in the message, as a share of its recipients.",
      "unit": "rate"
    },
    {
      "key": "converted_users",
      "title": "Goal conversion",
      "definition": "Users who reached the chosen goal within its conversion period after interacting with the message.",
      "unit": "count"
    },
    {
      "key": "goal_conversion_rate",
      "title": "Goal conversion rate",
      "definition": "Users who reached the goal, as a share of its recipients.",
      "unit": "rate"
    },
    {
      "key": "unsubscribed_users",
      "title": "Unsubscribed",
      "definition": "Users who unsubscribed through the message.",
      "unit": "count"
    },
    {
      "key": "complained_users",
      "title": "Complained",
      "definition": "Users who reported the message as spam.",
      "unit": "count"
    },
    {
      "key": "hard_bounces",
      "title": "Hard bounces",
      "definition": "Messages that could not be delivered for a permanent reason.",
      "unit": "count"
    },
    {
      "key": "soft_bounces",
      "title": "Soft bounces",
      "definition": "Messages that could not be delivered for a temporary reason.",
      "unit": "count"
    }
  ],
  "link": [
    {
      "key": "clicks",
      "title": "Clicks",
      "definition": "Clicks on the link.",
      "unit": "count"
    },
    {
      "key": "clicked_users",
      "title": "Clicked",
      "definition": "Users who clicked the link.",
      "unit": "count"
    },
    {
      "key": "click_rate",
      "title": "Click rate",
      "definition": "Users who clicked the link, as a share of the message's recipients.",
      "unit": "rate"
    }
  ],
  "attribution": [
    {
      "key": "converted_users",
      "title": "Converted users",
      "definition": "Users who reached the goal in the period, each once, by their first conversion. No number (null) with `any`, where messages share conversions.",
      "unit": "count"
    },
    {
      "key": "other_channels",
      "title": "Other channels",
      "definition": "Conversions credited to messages of other channels. No number (null) with `any`, where messages share conversions.",
      "unit": "count"
    },
    {
      "key": "unattributed",
      "title": "Unattributed",
      "definition": "Conversions without a touch of any message in the conversion period before them. No number (null) with `any`, where messages share conversions.",
      "unit": "count"
    }
  ],
  "step": [
    {
      "key": "entered",
      "title": "Entered",
      "definition": "Number of times users reached the step in the period.",
      "unit": "count"
    },
    {
      "key": "completed",
      "title": "Completed",
      "definition": "Number of times users completed the step in the period.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey after it",
      "definition": "Users who are in the journey at this moment and completed this step last; the period does not apply.",
      "unit": "count"
    },
    {
      "key": "exits",
      "title": "Exits",
      "definition": "Number of times users completed or left the journey at this step in the period.",
      "unit": "count"
    },
    {
      "key": "drop_offs",
      "title": "Drop-offs",
      "definition": "Number of times a technical problem removed users from the journey at this step in the period.",
      "unit": "count"
    }
  ],
  "flow_step": [
    {
      "key": "trips",
      "title": "Trips",
      "definition": "Trips that began in the period and visited the step.",
      "unit": "count"
    },
    {
      "key": "visits",
      "title": "Visits",
      "definition": "Visits to the step on trips that began in the period.",
      "unit": "count"
    },
    {
      "key": "completed_trips",
      "title": "Completed",
      "definition": "Trips that began in the period and completed the step.",
      "unit": "count"
    }
  ],
  "flow_ends": [
    {
      "key": "exited",
      "title": "Exited here",
      "definition": "Trips that began in the period, whose last visit is the step, and that ended when the user completed or left the journey.",
      "unit": "count"
    },
    {
      "key": "dropped",
      "title": "Dropped here",
      "definition": "Trips that began in the period, whose last visit is the step, and that ended when a technical problem removed the user.",
      "unit": "count"
    },
    {
      "key": "in_progress",
      "title": "In progress here",
      "definition": "Trips that began in the period, whose last visit is the step, and that are still in progress.",
      "unit": "count"
    },
    {
      "key": "entered_again",
      "title": "Entered again from here",
      "definition": "Trips that began in the period, whose last visit is the step, and that ended when the user entered again.",
      "unit": "count"
    }
  ],
  "passages": [
    {
      "key": "count",
      "title": "Passages",
      "definition": "Number of times the one follows the other on trips that began in the period.",
      "unit": "count"
    }
  ],
  "delivery_issues": [
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "Push messages that failed or were skipped. In-app messages that failed or were skipped. Email messages that failed or were skipped. SMS messages that failed or were skipped. WhatsApp messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any Push step. Delivery issues as a share of the users who entered any In-app step. Delivery issues as a share of the users who entered any Email step. Delivery issues as a share of the users who entered any SMS step. Delivery issues as a share of the users who entered any WhatsApp step.",
      "unit": "rate"
    }
  ],
  "journey_list": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "Number of times users entered the journey in the period, including repeated entries. No number (null) where counting this journey takes more time or memory than a statement may have.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey now",
      "definition": "Users who are in the journey at this moment; the period does not apply. No number (null) where counting this journey takes more time or memory than a statement may have.",
      "unit": "count"
    },
    {
      "key": "goals_reached",
      "title": "Goals reached",
      "definition": "Users who reached any goal of the journey, each once. No number (null) where counting this journey takes more time or memory than a statement may have.",
      "unit": "count"
    }
  ],
  "push": [
    {
      "key": "sent",
      "title": "Sent",
      "definition": "Push messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "Push messages that the provider accepted, excluding failed attempts.",
      "unit": "count"
    },
    {
      "key": "opened",
      "title": "Opened",
      "definition": "Push messages that were opened, each counted once.",
      "unit": "count"
    },
    {
      "key": "open_rate",
      "title": "Open rate",
      "definition": "Opened as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "Push messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any Push step.",
      "unit": "rate"
    }
  ],
  "in_app": [
    {
      "key": "impressions",
      "title": "Impressions",
      "definition": "Number of times in-app messages were shown.",
      "unit": "count"
    },
    {
      "key": "interactions",
      "title": "Interactions",
      "definition": "Number of times users interacted with in-app messages.",
      "unit": "count"
    },
    {
      "key": "interaction_rate",
      "title": "Interaction rate",
      "definition": "Interactions as a share of impressions.",
      "unit": "rate"
    },
    {
      "key": "skips",
      "title": "Skips",
      "definition": "Number of times users dismissed in-app messages.",
      "unit": "count"
    },
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "In-app messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any In-app step.",
      "unit": "rate"
    }
  ],
  "email": [
    {
      "key": "delivered",
      "title": "Delivered",
      "definition": "Emails delivered, including several to the same user.",
      "unit": "count"
    },
    {
      "key": "delivery_rate",
      "title": "Delivery rate",
      "definition": "Delivered as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "unique_delivered",
      "title": "Unique delivered",
      "definition": "Users to whom at least one email was delivered.",
      "unit": "count"
    },
    {
      "key": "unique_delivery_rate",
      "title": "Unique delivery rate",
      "definition": "Unique delivered as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "sent",
      "title": "Sent",
      "definition": "Email messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "Email messages that the provider accepted, excluding failed attempts.",
      "unit": "count"
    },
    {
      "key": "opened_unique",
      "title": "Opened unique",
      "definition": "Users who opened an email, counted once per email step.",
      "unit": "count"
    },
    {
      "key": "unique_open_rate",
      "title": "Unique open rate",
      "definition": "Opened unique as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "clicked",
      "title": "Clicked",
      "definition": "Users who clicked a link in an email, counted once per email step.",
      "unit": "count"
    },
    {
      "key": "click_rate",
      "title": "Click rate",
      "definition": "Clicked as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "unsubscribed",
      "title": "Unsubscribed",
      "definition": "Users who unsubscribed through an email, counted once per email step.",
      "unit": "count"
    },
    {
      "key": "unsubscribe_rate",
      "title": "Unsubscribe rate",
      "definition": "Unsubscribed as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "hard_bounces",
      "title": "Hard bounces",
      "definition": "Emails that could not be delivered for a permanent reason.",
      "unit": "count"
    },
    {
      "key": "hard_bounce_rate",
      "title": "Hard bounce rate",
      "definition": "Hard bounces as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "soft_bounces",
      "title": "Soft bounces",
      "definition": "Emails that could not be delivered for a temporary reason.",
      "unit": "count"
    },
    {
      "key": "soft_bounce_rate",
      "title": "Soft bounce rate",
      "definition": "Soft bounces as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "complaints",
      "title": "Complaints",
      "definition": "Users who marked an email as spam, counted once per email step.",
      "unit": "count"
    },
    {
      "key": "complaint_rate",
      "title": "Complaint rate",
      "definition": "Complaints as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "Email messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any Email step.",
      "unit": "rate"
    }
  ],
  "sms": [
    {
      "key": "sent",
      "title": "Sent",
      "definition": "SMS messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "delivered",
      "title": "Delivered",
      "definition": "SMS messages reported as delivered.",
      "unit": "count"
    },
    {
      "key": "delivery_rate",
      "title": "Delivery rate",
      "definition": "Delivered as a share of sent.",
      "unit": "rate"
    },
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "SMS messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any SMS step.",
      "unit": "rate"
    }
  ],
  "whatsapp": [
    {
      "key": "sent",
      "title": "Sent",
      "definition": "WhatsApp messages sent, including failed attempts.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "WhatsApp messages that the provider accepted, excluding failed attempts.",
      "unit": "count"
    },
    {
      "key": "delivered",
      "title": "Delivered",
      "definition": "WhatsApp messages reported as delivered or read, each counted once.",
      "unit": "count"
    },
    {
      "key": "delivery_rate",
      "title": "Delivery rate",
      "definition": "Delivered as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "read",
      "title": "Read",
      "definition": "WhatsApp messages that were read, each counted once.",
      "unit": "count"
    },
    {
      "key": "read_rate",
      "title": "Read rate",
      "definition": "Read as a share of recipients.",
      "unit": "rate"
    },
    {
      "key": "delivery_issues",
      "title": "Delivery issues",
      "definition": "WhatsApp messages that failed or were skipped.",
      "unit": "count"
    },
    {
      "key": "delivery_issue_rate",
      "title": "Delivery issue rate",
      "definition": "Delivery issues as a share of the users who entered any WhatsApp step.",
      "unit": "rate"
    }
  ],
  "goal_values": [
    {
      "key": "conversions_without_value",
      "title": "Conversions without a value",
      "definition": "Conversions of the goal whose event has no number where the goal looks for its value.",
      "unit": "count"
    }
  ],
  "durations": [
    {
      "key": "time_to_convert",
      "title": "Time to convert",
      "definition": "From the latest start of the goal's tracking to the user's first conversion in the period.",
      "unit": "count"
    },
    {
      "key": "time_to_convert_negative",
      "title": "Time to convert, negative",
      "definition": "Values of “Time to convert” below zero, where the event that should come first has the later time.",
      "unit": "count"
    },
    {
      "key": "time_in_step",
      "title": "Time in the step",
      "definition": "From the user's latest entry into the step to its completion, for each completion in the period.",
      "unit": "count"
    },
    {
      "key": "time_in_step_negative",
      "title": "Time in the step, negative",
      "definition": "Values of “Time in the step” below zero, where the event that should come first has the later time.",
      "unit": "count"
    },
    {
      "key": "time_to_deliver",
      "title": "Time to deliver",
      "definition": "From the first send of a message to its first delivery, even if that is after the period.",
      "unit": "count"
    },
    {
      "key": "time_to_deliver_negative",
      "title": "Time to deliver, negative",
      "definition": "Values of “Time to deliver” below zero, where the event that should come first has the later time.",
      "unit": "count"
    },
    {
      "key": "time_to_open",
      "title": "Time to open",
      "definition": "From the first send of a message to its first open (WhatsApp: read; in-app: interaction).",
      "unit": "count"
    },
    {
      "key": "time_to_open_negative",
      "title": "Time to open, negative",
      "definition": "Values of “Time to open” below zero, where the event that should come first has the later time.",
      "unit": "count"
    },
    {
      "key": "time_to_click",
      "title": "Time to click",
      "definition": "From the first send of a message to its first click.",
      "unit": "count"
    },
    {
      "key": "time_to_click_negative",
      "title": "Time to click, negative",
      "definition": "Values of “Time to click” below zero, where the event that should come first has the later time.",
      "unit": "count"
    }
  ]
} as const
