// Generated from openapi.json by `npm run generate`.
export const catalogue = {
  "audience": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "How many times users entered the journey in the period; a user who enters again counts again.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey now",
      "definition": "Users who are in the journey at this moment, whatever the period.",
      "unit": "count"
    },
    {
      "key": "exits",
      "title": "Exits",
      "definition": "How many times users completed or left the journey in the period.",
      "unit": "count"
    },
    {
      "key": "internal_errors",
      "title": "Internal errors",
      "definition": "Drop-offs caused by a fault of the journey's own logic or conditions.",
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
      "definition": "How many times users were removed from the journey by a technical problem: internal and sending errors.",
      "unit": "count"
    }
  ],
  "performance": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "How many times users entered the journey in the period; a user who enters again counts again.",
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
      "definition": "Conversions of the goal in the period, those of the same user too.",
      "unit": "count"
    }
  ],
  "health": [
    {
      "key": "entrances",
      "title": "Entrances",
      "definition": "How many times users entered the journey in the period; a user who enters again counts again.",
      "unit": "count"
    },
    {
      "key": "messages_sent",
      "title": "Messages sent",
      "definition": "Messages sent in every channel, failed attempts included, and in-app messages shown.",
      "unit": "count"
    },
    {
      "key": "messages_opened",
      "title": "Messages opened",
      "definition": "Push messages opened, emails opened by distinct users of a step, and WhatsApp messages read.",
      "unit": "count"
    },
    {
      "key": "messages_open_rate",
      "title": "Open rate",
      "definition": "Messages opened as a share of the recipients of push, email and WhatsApp.",
      "unit": "rate"
    },
    {
      "key": "drop_offs",
      "title": "Drop-offs",
      "definition": "How many times users were removed from the journey by a technical problem: internal and sending errors.",
      "unit": "count"
    }
  ],
  "messages_sent": [
    {
      "key": "push",
      "title": "Push",
      "definition": "Push messages sent, failed attempts included.",
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
      "definition": "Email messages sent, failed attempts included.",
      "unit": "count"
    },
    {
      "key": "sms",
      "title": "SMS",
      "definition": "SMS messages sent, failed attempts included.",
      "unit": "count"
    },
    {
      "key": "whatsapp",
      "title": "WhatsApp",
      "definition": "WhatsApp messages sent, failed attempts included.",
      "unit": "count"
    }
  ],
  "drop_offs": [
    {
      "key": "internal_errors",
      "title": "Internal errors",
      "definition": "Drop-offs caused by a fault of the journey's own logic or conditions.",
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
      "definition": "Messages sent; for in-app, how often it was shown.",
      "unit": "count"
    },
    {
      "key": "recipient_users",
      "title": "Recipients",
      "definition": "Users to whom the message went.",
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
      "definition": "Messages sent; for in-app, how often it was shown.",
      "unit": "count"
    },
    {
      "key": "recipient_users",
      "title": "Recipients",
      "definition": "Users to whom the message went.",
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
      "definition": "Users who unsubscribed from the message.",
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
      "definition": "Messages that were refused for good.",
      "unit": "count"
    },
    {
      "key": "soft_bounces",
      "title": "Soft bounces",
      "definition": "Messages that were refused for the time being.",
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
      "definition": "Users who clicked on the link.",
      "unit": "count"
    },
    {
      "key": "click_rate",
      "title": "Click rate",
      "definition": "Users who clicked on the link, as a share of the message's recipients.",
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
      "definition": "Conversions that fall to messages of other channels. No number (null) with `any`, where messages share conversions.",
      "unit": "count"
    },
    {
      "key": "unattributed",
      "title": "Unattributed",
      "definition": "Conversions that no touch of any message went before within the conversion period. No number (null) with `any`, where messages share conversions.",
      "unit": "count"
    }
  ],
  "step": [
    {
      "key": "entered",
      "title": "Entered",
      "definition": "How many times users reached the step in the period.",
      "unit": "count"
    },
    {
      "key": "completed",
      "title": "Completed",
      "definition": "How many times users completed the step in the period.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey after it",
      "definition": "Users who are in the journey at this moment, whatever the period, and whose last step this is: they completed it, and no later one yet.",
      "unit": "count"
    },
    {
      "key": "exits",
      "title": "Exits",
      "definition": "How many times users completed or left the journey at this step in the period.",
      "unit": "count"
    },
    {
      "key": "drop_offs",
      "title": "Drop-offs",
      "definition": "How many times users were removed from the journey at this step by a technical problem in the period.",
      "unit": "count"
    }
  ],
  "flow_step": [
    {
      "key": "trips",
      "title": "Trips",
      "definition": "Trips that began in the period and visit the step.",
      "unit": "count"
    },
    {
      "key": "visits",
      "title": "Visits",
      "definition": "How often trips that began in the period come to the step.",
      "unit": "count"
    },
    {
      "key": "completed_trips",
      "title": "Completed",
      "definition": "Trips that began in the period in which the step was completed.",
      "unit": "count"
    }
  ],
  "flow_ends": [
    {
      "key": "exited",
      "title": "Exited here",
      "definition": "Trips that began in the period whose last visit is the step, and after it the user completed or left the journey.",
      "unit": "count"
    },
    {
      "key": "dropped",
      "title": "Dropped here",
      "definition": "Trips that began in the period whose last visit is the step, and after it a technical problem removed the user.",
      "unit": "count"
    },
    {
      "key": "in_progress",
      "title": "In progress here",
      "definition": "Trips that began in the period whose last visit is the step, and after it the user is still in the journey.",
      "unit": "count"
    },
    {
      "key": "entered_again",
      "title": "Entered again from here",
      "definition": "Trips that began in the period whose last visit is the step, and after it the user entered again.",
      "unit": "count"
    }
  ],
  "passages": [
    {
      "key": "count",
      "title": "Passages",
      "definition": "How often, on trips that began in the period, the one follows the other.",
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
      "definition": "How many times users entered the journey in the period; a user who enters again counts again. No number (null) where counting this journey takes more time or memory than a statement may have.",
      "unit": "count"
    },
    {
      "key": "in_journey_now",
      "title": "In journey now",
      "definition": "Users who are in the journey at this moment, whatever the period. No number (null) where counting this journey takes more time or memory than a statement may have.",
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
      "definition": "Push messages sent, failed attempts included.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "Push messages that the provider took: sent less the failed attempts.",
      "unit": "count"
    },
    {
      "key": "opened",
      "title": "Opened",
      "definition": "Push messages opened at least once, each counted once.",
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
      "definition": "How many times in-app messages were shown.",
      "unit": "count"
    },
    {
      "key": "interactions",
      "title": "Interactions",
      "definition": "How many times users interacted with in-app messages.",
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
      "definition": "How many times users dismissed in-app messages.",
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
      "definition": "Successful email deliveries, repeated ones to the same person included.",
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
      "definition": "Email messages sent, failed attempts included.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "Email messages that the provider took: sent less the failed attempts.",
      "unit": "count"
    },
    {
      "key": "opened_unique",
      "title": "Opened unique",
      "definition": "Users who opened an email at least once, counted once for each email step.",
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
      "definition": "Users who clicked a link in an email, counted once for each email step.",
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
      "definition": "Users who unsubscribed through an email, counted once for each email step.",
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
      "definition": "Emails that a permanent problem kept from arriving.",
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
      "definition": "Emails that a passing problem kept from arriving.",
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
      "definition": "Users who marked an email as spam, counted once for each email step.",
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
      "definition": "SMS messages sent, failed attempts included.",
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
      "definition": "WhatsApp messages sent, failed attempts included.",
      "unit": "count"
    },
    {
      "key": "recipients",
      "title": "Recipients",
      "definition": "WhatsApp messages that the provider took: sent less the failed attempts.",
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
  ]
} as const
