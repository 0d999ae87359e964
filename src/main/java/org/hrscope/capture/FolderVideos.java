package org.hrscope.capture;

import java.nio.file.Path;
import org.hrscope.domain.Problem;

/// Videos and animations in a folder: they are passed over, as only its images are read.
public final class FolderVideos {
    private FolderVideos() {}

    public static int count(Path folder) throws Problem {
        return FolderSource.list(folder, FileKind.VIDEO).size();
    }
}
