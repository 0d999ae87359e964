package org.hrscope.capture.picture;

import org.jspecify.annotations.Nullable;

/// An image that cannot be decoded; whoever knows the file name turns it into a `Problem`.
public final class PictureException extends Exception {
    private final String key;

    /// Damaged, truncated, or of another format.
    PictureException(@Nullable Throwable cause) {
        this("picture.broken", cause);
    }

    PictureException(String key, @Nullable Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    /// Key of the error sentence, which takes the file name.
    public String key() {
        return key;
    }
}
