package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.ui.lessons.Wish.CutPath;
import org.hrscope.ui.lessons.Wish.Exhibit;
import org.hrscope.ui.lessons.Wish.FoldMap;
import org.hrscope.ui.lessons.Wish.Hold;
import org.hrscope.ui.lessons.Wish.Hues;
import org.hrscope.ui.lessons.Wish.Inspect;
import org.hrscope.ui.lessons.Wish.Joint;
import org.hrscope.ui.lessons.Wish.Layers;
import org.hrscope.ui.lessons.Wish.OfferSize;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.lessons.Wish.Playground;
import org.hrscope.ui.lessons.Wish.Predict;
import org.hrscope.ui.lessons.Wish.Select;
import org.hrscope.ui.lessons.Wish.Teach;
import org.hrscope.ui.lessons.Wish.Zoom;
import org.hrscope.ui.playground.Padding;
import org.hrscope.ui.playground.Preset;
import org.hrscope.ui.stage.StageLayer;

/// The ten lessons in order, for one network: what each step asks of the window, and the right answers. Node names are
/// the official module paths.
record Course(Subject subject) {
    static final List<String> NAMES =
            List.of(
                    "pretraining",
                    "families",
                    "stem",
                    "convolution",
                    "layer1",
                    "branches",
                    "exchange",
                    "head",
                    "widths",
                    "uses");

    List<Lesson> lessons() {
        return NAMES.stream().map(this::lesson).toList();
    }

    private Lesson lesson(String name) {
        return switch (name) {
            case "pretraining" -> about(name, Subject::lacksHeadTop, this::pretraining);
            case "families" -> about(name, any -> true, this::families);
            case "stem" -> about(name, Subject::isHrNet, this::stem);
            case "convolution" -> about(name, any -> true, this::convolution);
            case "layer1" -> about(name, Subject::isHrNet, this::layer1);
            case "branches" -> about(name, Subject::isHrNet, this::branches);
            case "exchange" -> about(name, Subject::isFirstVersion, this::exchange);
            case "head" -> about(name, Subject::isFirstVersion, this::head);
            case "widths" -> about(name, any -> true, this::widths);
            case "uses" -> about(name, Subject::isBody, () -> Uses.PLAN);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Lesson about(String name, Predicate<Subject> fits, Supplier<LessonPlan> plan) {
        if (!fits.test(subject)) return new Lesson(name, false, List.of(), List.of(), List.of());
        LessonPlan made = plan.get();
        return new Lesson(name, true, made.steps(), made.answer(), made.shown());
    }

    private LessonPlan pretraining() {
        Wish twins = new Exhibit(Piece.TWINS);
        List<Wish> playing = List.of(twins, new FoldMap(), new Hold(false));
        List<Wish> oneJoint =
                List.of(twins, new FoldMap(), new Joint(Joint.CLEAREST, true), new Hold(true));
        return LessonPlan.of(
                List.of(),
                playing,
                oneJoint,
                playing,
                List.of(new FoldMap(), new Predict(Prediction.Kind.CLICKS)),
                List.of(
                        layers(StageLayer.SKELETON),
                        new FoldMap(),
                        new Teach(),
                        new Exhibit(Piece.CLICKS),
                        new Hold(true)),
                List.of(
                        layers(StageLayer.SKELETON, StageLayer.HEATMAPS),
                        new FoldMap(),
                        new Exhibit(Piece.CURVES)),
                List.of(new Inspect("heatmaps"), zoom("heatmaps")),
                playing);
    }

    private LessonPlan families() {
        int values =
                subject.info().joints()
                        * subject.info().heatmapHeight()
                        * subject.info().heatmapWidth();
        // The map would split the chosen joint's peak into shares, which a later lesson asks for.
        Wish fold = new FoldMap();
        Wish maps = layers(StageLayer.HEATMAPS);
        return LessonPlan.of(
                List.of(values),
                List.of(fold, layers(StageLayer.SKELETON)),
                List.of(fold, maps, new Joint(Joint.CLEAREST, true), new Hold(true)),
                List.of(fold, maps, new Hues(true), new Hold(false)),
                List.of(fold, layers(StageLayer.BOX, StageLayer.CROP)),
                List.of(fold, maps, new Hues(true)));
    }

    private LessonPlan stem() {
        Wish near = zoom(picture(), "stem.conv1", "stem.conv2", "layer1.0");
        int[] other = Facts.otherSize(subject.info());
        return LessonPlan.of(
                shape(HrNet.of(subject.hrNet().spec(), other[0], other[1]), "stem.conv2"),
                List.of(near, new Select(picture()), layers(StageLayer.CROP)),
                List.of(near, new Inspect("stem.conv1")),
                List.of(near, new Inspect("stem.conv2")),
                List.of(new Zoom(Set.of()), new Select("stem.conv2")),
                List.of(near, new Select("stem.conv2")));
    }

    private LessonPlan convolution() {
        List<Wish> same =
                List.of(new Playground(Preset.LEFT_OVER, Padding.SAME, false), new FoldMap());
        Playground leftOver = new Playground(Preset.LEFT_OVER, null, false);
        return LessonPlan.of(
                        List.of(Facts.question().outputWidth()),
                        // Padding is explained two steps later.
                        List.of(new Playground(Preset.EDGE, Padding.VALID, true), new FoldMap()),
                        bench(Preset.LEFT_OVER),
                        same,
                        bench(Preset.STEM),
                        bench(Preset.POINTWISE),
                        bench(Preset.DILATED),
                        bench(Preset.DEPTHWISE),
                        List.of(new Playground(Preset.STEM, null, false).withCode(), new FoldMap()),
                        List.of(leftOver.with(Facts.UNSOLVED), new FoldMap()))
                .thenShow(leftOver.with(Facts.ASKED), new FoldMap());
    }

    private static List<Wish> bench(Preset preset) {
        return List.of(new Playground(preset, null, false), new FoldMap());
    }

    private LessonPlan layer1() {
        HrNet net = subject.hrNet();
        List<String> blocks = names(part -> part.kind() == Part.Kind.BOTTLENECK);
        Wish near = zoom(blocks, "stem.conv2");
        return LessonPlan.of(
                        shape(net, blocks.getLast()),
                        List.of(near),
                        List.of(near, new Inspect(blocks.get(Math.min(1, blocks.size() - 1)))),
                        List.of(near, new Inspect(blocks.getFirst())),
                        List.of(near),
                        List.of(new Zoom(Set.of()), new Select("stem.conv2")))
                .thenShow(near, new Select(blocks.getLast()));
    }

    private LessonPlan branches() {
        List<String> stage2 = names(part -> part.stage() == 2 && !part.kind().crossesBranches());
        List<String> stage4 =
                names(part -> part.stage() == 4 && part.kind() == Part.Kind.TRANSITION);
        List<String> wide =
                names(part -> part.stage() == 4 && part.kind() == Part.Kind.BRANCH).subList(0, 4);
        List<String> third = names(part -> part.stage() == 3 && part.name().endsWith(".fused.2"));
        return LessonPlan.of(
                        shape(subject.hrNet(), "transition3.3"),
                        List.of(zoom(stage2), new Select("transition1.1")),
                        List.of(zoom(stage2), new Inspect("stage2.0.branches.0")),
                        List.of(zoom(stage2), new Inspect("stage2.0.branches.1")),
                        List.of(
                                zoom(stage2, "transition2.2", "stage3.0.branches.2"),
                                new Select("transition2.2")),
                        List.of(zoom(wide), new Select(wide.getLast())),
                        List.of(new Zoom(Set.of()), new Select(third.getLast())))
                .thenShow(zoom(stage4, "stage4.0.branches.3"), new Select("transition3.3"));
    }

    private LessonPlan exchange() {
        List<String> module = names(part -> part.name().startsWith("stage3.0."));
        long crossing =
                subject.hrNet().exchangePaths().stream()
                        .filter(path -> path.stage() == 3 && path.module() == 0)
                        .filter(path -> !path.isIdentity())
                        .count();
        return LessonPlan.of(
                List.of((int) crossing),
                List.of(zoom(module), new Select("stage3.0.fused.0")),
                List.of(zoom(module), new Inspect("stage3.0.fuse_layers.0.2")),
                List.of(zoom(module), new Inspect("stage3.0.fuse_layers.2.0")),
                List.of(zoom(module), new Inspect("stage3.0.fused.0")),
                atFullSize(zoom(names(part -> part.stage() > 1))),
                List.of(
                        new Zoom(Set.of()),
                        layers(StageLayer.SKELETON),
                        new Hold(true),
                        new CutPath(null),
                        new Predict(Prediction.Kind.MOVES)),
                List.of(zoom(module)));
    }

    private LessonPlan head() {
        Wish reading = new Exhibit(Piece.DECODING);
        List<Wish> still =
                List.of(reading, new FoldMap(), new Joint(Joint.CLEAREST, true), new Hold(true));
        return LessonPlan.of(
                List.of(quarterExample(subject.info().heatmapWidth() / 2)),
                List.of(new Inspect("heatmaps"), zoom("heatmaps")),
                List.of(
                        new FoldMap(),
                        new Joint(Joint.CLEAREST, true),
                        layers(StageLayer.SKELETON, StageLayer.HEATMAPS),
                        new Hold(true),
                        new Predict(Prediction.Kind.SHARES)),
                still,
                still,
                still,
                List.of(
                        layers(StageLayer.SKELETON, StageLayer.CROP, StageLayer.SCORES),
                        new Hold(true)),
                // With the map, the shares would be seen, too.
                List.of(
                        new FoldMap(),
                        layers(StageLayer.HEATMAPS, StageLayer.CROP),
                        new Joint(Joint.CLEAREST, true),
                        new Hold(true)));
    }

    private LessonPlan widths() {
        int coarsest = HrNetSpec.published(HrNetSpec.Version.V1, Facts.ASKED_WIDTH, 1).channels(3);
        List<Wish> whole = List.of(new Zoom(Set.of()));
        return LessonPlan.of(
                List.of(coarsest), whole, whole, atFullSize(new Zoom(Set.of())), whole);
    }

    /// These wishes, with the offer of the size of W32 where the network is smaller.
    private List<Wish> atFullSize(Wish... wishes) {
        List<Wish> all = new ArrayList<>(List.of(wishes));
        if (!subject.isFullSize()) all.add(new OfferSize(Facts.SIZE));
        return all;
    }

    /// Where the quarter offset puts a peak in this cell if its right neighbour is higher than the left: in crop
    /// pixels.
    private int quarterExample(int cell) {
        int width = subject.info().heatmapWidth();
        float[] values = new float[5 * width];
        values[2 * width + cell] = 1;
        values[2 * width + cell + 1] = 0.5f;
        double x =
                HeatmapDecoder.of(Decoder.QUARTER).decode(new Heatmaps(1, 5, width, values), 0).x();
        return (int) Math.round(x * subject.info().inputWidth() / width);
    }

    private static List<Integer> shape(HrNet net, String part) {
        Maps maps = net.part(part).output().output();
        return List.of(maps.channels(), maps.height(), maps.width());
    }

    private List<String> names(Predicate<Part> which) {
        return subject.hrNet().parts().stream()
                .filter(which)
                .map(Part::name)
                .filter(name -> !name.equals("image"))
                .toList();
    }

    /// The image node is named after the file's input.
    private String picture() {
        return subject.info().input();
    }

    private static Wish layers(StageLayer... seen) {
        return new Layers(Set.of(seen));
    }

    private static Wish zoom(String... nodes) {
        return new Zoom(Set.of(nodes));
    }

    private static Wish zoom(List<String> nodes, String... more) {
        Set<String> all = new LinkedHashSet<>(nodes);
        all.addAll(Arrays.asList(more));
        return new Zoom(all);
    }
}
