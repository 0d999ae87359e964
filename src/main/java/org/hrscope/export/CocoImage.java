package org.hrscope.export;

import org.jspecify.annotations.Nullable;

/// A picture as COCO files list it.
///
/// @param id       unique in the run
/// @param fileName as the person named it, with `/` between folders
/// @param frame      in a video, from 0; null for a picture
/// @param fileNumber the file's place in the whole run, in a part of one, so that parts can be joined; else null
public record CocoImage(
        Object id,
        String fileName,
        int width,
        int height,
        @Nullable Long frame,
        @Nullable Integer fileNumber) {
    public CocoImage(Object id, String fileName, int width, int height, @Nullable Long frame) {
        this(id, fileName, width, height, frame, null);
    }

    /// The same in a run that is whole again.
    CocoImage whole() {
        return new CocoImage(id, fileName, width, height, frame, null);
    }
}
