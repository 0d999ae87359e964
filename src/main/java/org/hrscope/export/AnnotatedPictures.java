package org.hrscope.export;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.NamedInputs;

/// A folder of annotated copies, one file per image, each written atomically.
public final class AnnotatedPictures implements ResultSink {
    private final ResultFolder folder;
    private final double least;
    private Skeleton skeleton = Skeleton.numbered(0);

    /// @param inputs files never to be overwritten
    /// @param least  minimum score for a joint to be drawn
    public AnnotatedPictures(Path folder, NamedInputs inputs, double least) {
        this.folder = new ResultFolder(folder, inputs);
        this.least = least;
    }

    @Override
    public void begin(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    @Override
    public void frame(FoundImage found) throws Problem {
        if (found.pixels() == null) return;
        Path file = folder.file(found.outputName());
        try (AnnotatedPicture picture = new AnnotatedPicture(found.pixels())) {
            found.people().forEach(person -> picture.draw(person.pose(), skeleton, least));
            picture.write(file);
        }
    }

    @Override
    public List<Path> written() {
        return folder.written();
    }

    /// Its file is there; if the folder is gone, the next one is refused.
    @Override
    public void again(FoundImage found) {
        folder.resumed();
    }
}
