package org.hrscope.export;

import org.jspecify.annotations.Nullable;

/// An image in a COCO file.
///
/// @param id       unique within the run
/// @param fileName as the user named it, with `/` between folders
/// @param frame    in a video, from 0; null for an image
/// @param fileNumber the file's place in the whole run, for a shard; else null
public record CocoImage(
        Object id,
        String fileName,
        int width,
        int height,
        @Nullable Long frame,
        @Nullable Integer fileNumber) {
    /// The same image in a merged run.
    CocoImage whole() {
        return new CocoImage(id, fileName, width, height, frame, null);
    }
}
