package io.journeystats.export;

/**
 * A file in a {@link FileStorage}, or what was written of it.
 *
 * @param name its name
 * @param published whether it is whole
 */
public record FileEntry(String name, boolean published) {}
