package org.hrscope.export;

import org.jspecify.annotations.Nullable;

/// An image in a COCO file.
///
/// @param id         unique within the run
/// @param fileName   as the user named it, with `/` between folders
/// @param frame      in a video, from 0; null for an image
/// @param fileNumber index of the file in the whole run, only in the results of a shard, so that they can be merged
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

    /// Without the shard's number, as in the merged file.
    CocoImage whole() {
        return new CocoImage(id, fileName, width, height, frame, null);
    }
}
