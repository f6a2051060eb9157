package io.journeystats.journey;

/**
 * A journey with the number of its version, from 1; an edit may name the one it was made on.
 *
 * @param journey as it is defined now
 * @param version the number of its changes
 */
record VersionedJourney(Journey journey, int version) {}
