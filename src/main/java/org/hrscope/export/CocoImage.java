package org.hrscope.export;

import org.jspecify.annotations.Nullable;

/// A picture as COCO files list it.
///
/// @param id       unique in the run
/// @param fileName as the person named it, with `/` between folders
/// @param frame    in a video, from 0; null for a picture
public record CocoImage(Object id, String fileName, int width, int height, @Nullable Long frame) {}
