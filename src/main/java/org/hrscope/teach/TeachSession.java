package org.hrscope.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.teach.Taught.Progress;
import org.hrscope.teach.Teacher.CurvePoint;
import org.jspecify.annotations.Nullable;

/// One network being taught by clicks, beside the same network with random weights. Every call blocks; any thread, one at
/// a time. The network with the new joints is written anew after each click, to a folder that goes with the session.
public final class TeachSession implements AutoCloseable {
    private final ModelFile file;
    private @Nullable FeatureReader trained;
    private @Nullable FeatureReader untrained;
    private @Nullable Path folder;
    private int written;
    private boolean closed;

    /// Costs nothing until the first click.
    public TeachSession(ModelFile file) {
        this.file = file;
    }

    /// The network as it was before.
    public ModelFile file() {
        return file;
    }

    /// Whether this is one of the networks the session wrote.
    public synchronized boolean wrote(ModelFile network) {
        return network.path() != null && folder != null && network.path().startsWith(folder);
    }

    /// What is called late would open the networks again, and nobody would close them.
    private void open() {
        if (closed) throw new CancellationException("teaching has ended");
    }

    private FeatureReader reader() throws Problem {
        FeatureReader open = trained;
        if (open != null) return open;
        open = FeatureReader.of(file);
        trained = open;
        untrained = FeatureReader.untrained(file).orElse(null);
        return open;
    }

    /// @param clicks all clicks on this person, in pixels of the frame
    /// @throws Problem `teach.outside`, `model.*`
    /// @throws CancellationException once it is closed
    public synchronized ClickedPerson show(
            Frame frame,
            ClickedPerson.Place place,
            BoundingBox box,
            Map<String, List<Click>> clicks)
            throws Problem {
        open();
        LabelledPerson seen = reader().read(frame, box, clicks);
        FeatureReader random = untrained;
        return new ClickedPerson(
                place,
                box,
                Map.copyOf(clicks),
                seen,
                random == null ? null : random.read(frame, box, clicks));
    }

    /// Fits every joint that is shown anywhere, and writes the network.
    ///
    /// @return empty if none is
    /// @throws Problem `teach.*`, `file.unwritable`
    /// @throws CancellationException once it is closed
    public synchronized Optional<Taught> learn(List<String> joints, List<ClickedPerson> people)
            throws Problem {
        open();
        Decoder decoder = file.info().decoder();
        List<LabelledPerson> seen = people.stream().map(ClickedPerson::trained).toList();
        List<LabelledPerson> random =
                people.stream().map(ClickedPerson::untrained).filter(Objects::nonNull).toList();
        Map<String, Progress> progress = new LinkedHashMap<>();
        List<TaughtJoint> taught = new ArrayList<>();
        for (String joint : joints) {
            List<Example> examples = LabelledPerson.examples(seen, joint);
            int shown = (int) examples.stream().filter(Example::shown).count();
            if (shown == 0) continue;
            Teacher teacher = new Teacher(examples, decoder);
            taught.add(new TaughtJoint(joint, teacher.fit(), LabelledPerson.nearest(seen, joint)));
            List<Integer> counts = IntStream.range(1, examples.size()).boxed().toList();
            List<Example> blind = LabelledPerson.examples(random, joint);
            List<CurvePoint> flat =
                    blind.isEmpty() ? List.of() : new Teacher(blind, decoder).curve(counts);
            progress.put(
                    joint, new Progress(shown, teacher.leaveOneOut(), teacher.curve(counts), flat));
        }
        if (taught.isEmpty()) return Optional.empty();
        Path to = next();
        new TaughtNetwork(file, reader().head(), taught).write(to);
        return Optional.of(new Taught(to, progress));
    }

    /// The network keeps its name; each one lies in a folder of its own. The last but one is no longer open.
    private Path next() throws Problem {
        try {
            Path parent = folder;
            if (parent == null) parent = Files.createTempDirectory("hrscope-taught");
            folder = parent;
            remove(parent.resolve(written - 1 + ""));
            return parent.resolve(++written + "").resolve(file.info().name() + ".onnx");
        } catch (IOException e) {
            throw new Problem(e, "teach.no-room", String.valueOf(e.getMessage()));
        }
    }

    private void remove(Path old) {
        for (Path each : List.of(old.resolve(file.info().name() + ".onnx"), old)) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException stillInUse) {
                each.toFile().deleteOnExit();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Path all = folder;
        if (all != null) {
            remove(all.resolve(written - 1 + ""));
            remove(all.resolve(written + ""));
            remove(all);
        }
        if (trained != null) trained.close();
        if (untrained != null) untrained.close();
        trained = null;
        untrained = null;
    }
}
