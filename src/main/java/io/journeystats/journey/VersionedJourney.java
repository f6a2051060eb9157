package io.journeystats.journey;

/**
 * A journey with its version, which an edit may name as its base.
 *
 * @param journey the current journey
 * @param version the number of its changes, starting with 1
 */
record VersionedJourney(Journey journey, int version) {}
