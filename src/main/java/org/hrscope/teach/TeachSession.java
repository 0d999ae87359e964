package org.hrscope.teach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.file.ScratchFile;
import org.hrscope.inference.ModelFile;
import org.hrscope.teach.Taught.Progress;
import org.jspecify.annotations.Nullable;

/// One network being taught by clicks, beside the same network with random weights. Every call blocks; any thread, one
/// at a time. The network with the new joints is written anew after each click; all but the last two files go.
public final class TeachSession implements AutoCloseable {
    private final ModelFile file;
    private @Nullable FeatureReader trained;
    private @Nullable FeatureReader untrained;

    /// The newest, and the one before, which may still be open.
    private final Deque<ScratchFile> networks = new ArrayDeque<>();

    private final Set<Path> written = new HashSet<>();
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
        return network.path() != null && written.contains(network.path());
    }

    /// What is called late would open the networks again, and nobody would close them.
    private void open() {
        if (closed) throw new CancellationException("teaching has ended");
    }

    private FeatureReader reader() throws Problem {
        FeatureReader open = trained;
        if (open != null) return open;
        open = FeatureReader.of(file);
        try {
            untrained = FeatureReader.untrained(file).orElse(null);
        } catch (Problem | RuntimeException e) {
            // Both or none: a later click must not go without the comparison in silence.
            open.close();
            throw e;
        }
        trained = open;
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
    public synchronized Optional<Taught> learn(Clicks said, FeatureSet set) throws Problem {
        open();
        List<LabelledPerson> seen = said.people().stream().map(ClickedPerson::trained).toList();
        List<LabelledPerson> random =
                said.people().stream()
                        .flatMap(person -> Stream.ofNullable(person.untrained()))
                        .toList();
        Map<String, Progress> progress = new LinkedHashMap<>();
        List<TaughtJoint> taught = new ArrayList<>();
        for (String joint : said.joints()) {
            List<Example> examples = LabelledPerson.examples(seen, joint);
            if (examples.stream().noneMatch(Example::shown)) continue;
            Teacher teacher = new Teacher(examples, set, file.info().decoder());
            String nearest = nearest(seen, joint);
            String tied = said.ties().getOrDefault(joint, nearest);
            taught.add(new TaughtJoint(joint, teacher.fit(), tied));
            List<Example> blind = LabelledPerson.examples(random, joint);
            progress.put(joint, progress(teacher, examples, blind, nearest));
        }
        if (taught.isEmpty()) return Optional.empty();
        FeatureReader reader = reader();
        TaughtNetwork network = new TaughtNetwork(file, reader.head(), reader.sources(set), taught);
        Path to = next();
        network.write(to);
        return Optional.of(new Taught(to, set, taught, progress));
    }

    private Progress progress(
            Teacher teacher, List<Example> examples, List<Example> blind, String nearest) {
        Decoder decoder = file.info().decoder();
        List<Integer> counts = Teacher.counts(examples.size() - 1);
        Teacher untaught = blind.isEmpty() ? null : new Teacher(blind, teacher.set(), decoder);
        List<Double> last =
                teacher.set() == FeatureSet.LAST
                        ? List.of()
                        : new Teacher(examples, FeatureSet.LAST, decoder).leaveOneOut();
        return new Progress(
                (int) examples.stream().filter(Example::shown).count(),
                teacher.leaveOneOut(),
                last,
                nearest,
                teacher.curve(counts),
                untaught == null ? List.of() : untaught.curve(counts));
    }

    /// The name of the network's joint that a new one is nearest to; empty if there is none.
    private String nearest(List<LabelledPerson> seen, String joint) {
        int nearest = LabelledPerson.nearest(seen, joint);
        return nearest < 0 ? "" : file.info().skeleton().joints().get(nearest);
    }

    /// The network keeps its name.
    private Path next() throws Problem {
        try {
            ScratchFile next = ScratchFile.named(file.info().name() + ".onnx");
            networks.addLast(next);
            if (networks.size() > 2) networks.removeFirst().close();
            written.add(next.path());
            return next.path();
        } catch (IOException e) {
            throw new Problem(e, "teach.no-room", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        networks.forEach(ScratchFile::close);
        if (trained != null) trained.close();
        if (untrained != null) untrained.close();
        trained = null;
        untrained = null;
    }
}
