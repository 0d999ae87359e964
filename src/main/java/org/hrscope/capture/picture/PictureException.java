package org.hrscope.capture.picture;

import org.jspecify.annotations.Nullable;

/// A picture that cannot be shown; whoever knows the file's name makes a `Problem` of it.
public final class PictureException extends Exception {
    private final String key;

    /// Damaged, cut off, or of another kind.
    PictureException(@Nullable Throwable cause) {
        this("picture.broken", cause);
    }

    PictureException(String key, @Nullable Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    /// Of the sentence, which takes the file's name.
    public String key() {
        return key;
    }
}
