package io.journeystats.journey;

import java.util.Optional;

/**
 * A step on a journey's canvas.
 *
 * @param id the id, unique in the journey
 * @param name the display name
 * @param kind the kind
 * @param channel the channel; present for {@link StepKind#MESSAGE} only
 */
public record Step(String id, String name, StepKind kind, Optional<Channel> channel) {}
