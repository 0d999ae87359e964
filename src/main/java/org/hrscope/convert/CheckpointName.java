package org.hrscope.convert;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// How files of PyTorch are called: `NAME.pth`, `NAME.pt`, `NAME.pth.tar`, `NAME.ckpt`.
public final class CheckpointName {
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(pth\\.tar|pth|pt|ckpt)$");

    private CheckpointName() {}

    /// Whether `name` ends as a checkpoint does.
    public static boolean is(String name) {
        return ENDING.matcher(name).find();
    }

    /// The file's name without its ending.
    public static String stem(Path checkpoint) {
        return ENDING.matcher(String.valueOf(checkpoint.getFileName())).replaceFirst("");
    }

    /// Where a reference for it lies if there is one: `NAME.npz` beside it.
    public static Path reference(Path checkpoint) {
        return checkpoint.resolveSibling(stem(checkpoint) + ".npz");
    }
}
