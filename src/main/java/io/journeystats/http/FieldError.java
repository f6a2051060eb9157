package io.journeystats.http;

/**
 * One fault of one input field, as a problem document lists it.
 *
 * @param field the field's name as the caller wrote it, with a path for nested ones ({@code
 *     steps[2].channel})
 * @param message what would be right, as a sentence fragment in English
 */
public record FieldError(String field, String message) {}
