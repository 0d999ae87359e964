package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.teach.Example;
import org.hrscope.teach.FeatureReader;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.HoldOut;
import org.hrscope.teach.LabelledImages;
import org.hrscope.teach.LabelledPerson;
import org.hrscope.teach.Labels;
import org.hrscope.teach.TaughtJoint;
import org.hrscope.teach.TaughtNetwork;
import org.hrscope.teach.Teacher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `teach`: adds joints to a trained network from a few examples.
@Command(name = "teach", mixinStandardHelpOptions = true)
public final class TeachCommand extends Printing implements Callable<Integer> {
    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "LABELS")
    private Path labels = Path.of("");

    @Option(names = "--pictures", paramLabel = "DIR")
    private @Nullable Path pictures;

    @Option(names = "--profile", paramLabel = "NAME|FILE")
    private @Nullable String profile;

    @Option(names = "--hold-out", paramLabel = "SHARE", defaultValue = "0")
    private double holdOut;

    @Option(names = "--features", paramLabel = "last|all", defaultValue = "last")
    private FeatureSet features = FeatureSet.LAST;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "ONNX")
    private Path output = Path.of("");

    public TeachCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (!(holdOut >= 0 && holdOut < 1)) {
            throw misuse("misuse.hold-out");
        }
        networkFirst(model, labels.toString());
        result("-o", output, ".onnx");
        Labels read = pictures == null ? Labels.clicks(labels) : Labels.coco(labels, pictures);
        List<Path> inputs = ModelOptions.files(model, profile);
        inputs.add(labels);
        read.people().forEach(person -> inputs.add(person.image()));
        new NamedInputs(inputs, () -> WeightFiles.of(model)).refuse(output);
        try (PoseModel opened = ModelOptions.opener(profile, null).open(model);
                FeatureReader trained = FeatureReader.of(opened.file())) {
            List<OnnxHead.Source> from = trained.sources(features);
            PrintWriter out = out();
            List<String> joints = fresh(read, trained, out);
            // With --hold-out, the untrained network sees everybody too.
            int seen = read.people().size() * (holdOut > 0 ? 2 : 1);
            trained.check(seen, Runtime.getRuntime().maxMemory());
            List<LabelledPerson> people = see(read, trained);
            HeldOut apart = holdOut > 0 ? heldOut(read, opened.file(), people) : null;
            List<TaughtJoint> taught = new ArrayList<>();
            for (String joint : joints) {
                if (apart != null) apart.measure(joint);
                taught.add(taught(joint, people, opened.info(), out));
                LabelledPerson.examples(people, joint).forEach(Example::forget);
            }
            if (apart != null) apart.print(out);
            new TaughtNetwork(opened.file(), trained.head(), from, taught).write(output);
            written("", output);
        }
        return 0;
    }

    private TaughtJoint taught(
            String joint, List<LabelledPerson> people, ModelInfo info, PrintWriter out)
            throws Problem {
        List<Example> examples = LabelledPerson.examples(people, joint);
        long shown = examples.stream().filter(Example::shown).count();
        if (shown == 0) throw new Problem("teach.never-shown", labels, joint);
        Teacher teacher = new Teacher(examples, features, info.decoder());
        out.printf("%s: shown on %d %s", joint, shown, shown == 1 ? "person" : "people");
        List<Double> errors = teacher.leaveOneOut();
        if (!errors.isEmpty()) out.print("; each left out in turn: " + errors(errors));
        if (!errors.isEmpty() && features == FeatureSet.ALL) {
            List<Double> last =
                    new Teacher(examples, FeatureSet.LAST, info.decoder()).leaveOneOut();
            out.print("; with the last features alone: " + errors(last));
        }
        out.println();
        return new TaughtJoint(joint, teacher.fit(), tied(joint, people, info.skeleton()));
    }

    private static String errors(List<Double> errors) {
        return String.format(
                Locale.ROOT,
                "median error %.1f %% of the crop's height, %.0f %% within %.0f %%",
                100 * Teacher.median(errors),
                100 * Teacher.within(errors),
                100 * Teacher.NEAR);
    }

    /// The name of the network's joint it is nearest to.
    private static String tied(String joint, List<LabelledPerson> people, Skeleton skeleton) {
        int nearest = LabelledPerson.nearest(people, joint);
        return nearest < 0 ? "" : skeleton.joints().get(nearest);
    }

    /// What the network does not know yet.
    private List<String> fresh(Labels read, FeatureReader reader, PrintWriter out) throws Problem {
        var skeleton = reader.file().info().skeleton();
        List<String> joints = new ArrayList<>(read.joints());
        List<String> known = new ArrayList<>(joints);
        known.retainAll(skeleton.joints());
        if (pictures != null && !known.isEmpty()) {
            joints.removeAll(known);
            out.printf("known to the network, left out: %s%n", String.join(", ", known));
        }
        for (String joint : joints) TaughtNetwork.check(joint, skeleton);
        if (joints.isEmpty()) throw new Problem("teach.nothing-new", labels, model);
        return joints;
    }

    private List<LabelledPerson> see(Labels read, FeatureReader trained)
            throws Problem, InterruptedException {
        LabelledImages images = new LabelledImages(read.people(), opening);
        try (ProgressLine progress = new ProgressLine(err())) {
            return images.see(trained, n -> progress.at(n, images.count(), "images"));
        }
    }

    private HeldOut heldOut(Labels read, ModelFile file, List<LabelledPerson> people)
            throws Problem, InterruptedException {
        if (people.size() < 2) throw new Problem("teach.alone", labels);
        Decoder decoder = file.info().decoder();
        HoldOut apart = new HoldOut(features, decoder, people.size(), holdOut);
        return new HeldOut(apart, people, untrained(read, file));
    }

    /// The same people through the same network with random weights; empty if it is no HRNet.
    private List<LabelledPerson> untrained(Labels read, ModelFile file)
            throws Problem, InterruptedException {
        FeatureReader twin = FeatureReader.untrained(file).orElse(null);
        if (twin == null) return List.of();
        try (twin) {
            return see(read, twin);
        }
    }
}
