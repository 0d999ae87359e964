package org.hrscope.domain;

import java.util.List;

/// Made-up model descriptions: RGB, no normalisation, heatmaps a quarter of the input.
public final class ModelInfos {
    private ModelInfos() {}

    public static ModelInfo of(int width, int height, int joints) {
        return of(width, height, joints, Task.POSE);
    }

    public static ModelInfo of(int width, int height, int maps, Task task) {
        return of("test", width, height, Skeleton.numbered(maps), task);
    }

    public static ModelInfo of(String name, int width, int height, Skeleton skeleton) {
        return of(name, width, height, skeleton, Task.POSE);
    }

    private static ModelInfo of(String name, int width, int height, Skeleton skeleton, Task task) {
        return new ModelInfo(
                name,
                "image",
                "heatmaps",
                width,
                height,
                width / 4,
                height / 4,
                List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f),
                true,
                skeleton,
                Decoder.QUARTER,
                task);
    }
}
