package io.journeystats.journey;

import java.util.Optional;

/**
 * One point on a journey's canvas.
 *
 * @param id unique in the journey
 * @param name its name for people
 * @param kind what it does
 * @param channel the channel of its messages: present exactly for {@link StepKind#MESSAGE}
 */
public record Step(String id, String name, StepKind kind, Optional<Channel> channel) {}
