package io.journeystats.http;

/**
 * An error in one input field, as listed in a problem document.
 *
 * @param field the field's name as sent, with a path for nested fields ({@code steps[2].channel})
 * @param message what a valid value would be, as an English sentence fragment
 */
public record FieldError(String field, String message) {}
