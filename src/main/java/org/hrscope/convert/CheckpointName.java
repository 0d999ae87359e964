package org.hrscope.convert;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Names of PyTorch files: `NAME.pth`, `NAME.pt`, `NAME.pth.tar`, `NAME.ckpt`.
public final class CheckpointName {
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(pth\\.tar|pth|pt|ckpt)$");

    private CheckpointName() {}

    /// Whether `name` has a checkpoint's extension.
    public static boolean is(String name) {
        return ENDING.matcher(name).find();
    }

    /// The file name without its extension.
    public static String stem(Path checkpoint) {
        return ENDING.matcher(String.valueOf(checkpoint.getFileName())).replaceFirst("");
    }

    /// Its reference tensors, if any: `NAME.npz` in the same folder.
    public static Path reference(Path checkpoint) {
        return checkpoint.resolveSibling(stem(checkpoint) + ".npz");
    }
}
