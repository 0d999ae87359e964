package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import org.hrscope.ablation.Gains;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.pixels.Cover;
import org.hrscope.ui.apply.ActionViewModel;
import org.hrscope.ui.common.Motion;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.lab.Covers;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lessons.Borrowed;
import org.hrscope.ui.lessons.LessonWindow;
import org.hrscope.ui.lessons.Prediction;
import org.hrscope.ui.lessons.Predictor;
import org.hrscope.ui.lessons.Wish;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.network.MapPlace;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.playground.PlaygroundViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StageTool;
import org.jspecify.annotations.Nullable;

/// Applies what lessons ask of the window. Every setting is borrowed, and returned as soon as no step asks for it. FX
/// thread.
final class LessonGuide implements LessonWindow {
    private static final String NONE = "";

    /// A borrowed setting and the value it should have.
    private record Loan<T>(Borrowed<T> of, T value) {
        void take() {
            of.set(value);
        }
    }

    private final LiveViewModel live;
    private final NetworkDock dock;
    private final Selection selection;
    private final Opener opener;
    private final Map<StageLayer, Borrowed<Boolean>> layers = new EnumMap<>(StageLayer.class);
    private final Borrowed<Boolean> hues;
    private final Borrowed<Integer> joint;
    private final Borrowed<Integer> alone;
    private final Borrowed<Boolean> paused;
    private final Borrowed<Boolean> map;
    private final Borrowed<Boolean> finder;
    private final Borrowed<String> selected;
    private final Borrowed<Boolean> opened;
    private final Borrowed<Piece> exhibit;
    private final Borrowed<Gains> cuts;
    private final Borrowed<Cover> cover;
    private final Borrowed<SourceSpec> source;
    private final Borrowed<String> counted;
    private final PlaygroundViewModel playground;
    private final Predictor predictor;
    private final LessonClicks clicks;
    private final Borrowed<StageTool> tool;
    private final List<Borrowed<?>> all = new ArrayList<>();
    private @Nullable MapPlace place;
    private Piece shown = Piece.NONE;
    private boolean lent;

    /// By node: selecting another one leaves its channel.
    private final Map<String, Integer> channels = new HashMap<>();

    /// Sources asked for and not open yet, in order: opening takes a while, and one may open although another has been
    /// asked for since.
    private final List<SourceSpec> awaited = new ArrayList<>();

    private @Nullable Playback before;
    private @Nullable Playback returning;

    /// What lessons have people do in other panels.
    record Work(LessonClicks clicks, ActionViewModel action) {}

    /// @param exhibits shows one exhibit in place of the previous
    LessonGuide(
            ViewModels models,
            NetworkDock dock,
            Consumer<Piece> exhibits,
            PlaygroundViewModel playground,
            Predictor predictor,
            Work work) {
        this.dock = dock;
        clicks = work.clicks;
        ActionViewModel action = work.action;
        tool = borrowed(clicks.tools()::active, clicks.tools()::choose);
        opener = models.opener();
        this.playground = playground;
        this.predictor = predictor;
        Cuts own = models.lab().cuts();
        cuts = borrowed(() -> own.gainsProperty().get(), own::put);
        Covers covers = models.lab().covers();
        cover = borrowed(() -> covers.coverProperty().get(), covers::put);
        LayersViewModel layers = models.look().layers();
        JointsViewModel joints = models.look().joints();
        selection = models.selection();
        for (StageLayer layer : StageLayer.values()) {
            this.layers.put(layer, property(layers.shownProperty(layer)));
        }
        hues = property(layers.huesProperty());
        joint = borrowed(selection.jointProperty()::get, selection.jointProperty()::set);
        alone = borrowed(() -> joints.soloProperty().get(), joints::solo);
        paused = borrowed(() -> models.live().pausedProperty().get(), models.live()::hold);
        map = property(dock.openProperty());
        finder = property(models.network().finderWantedProperty());
        selected = borrowed(() -> named(selection.nodeProperty().get()), this::select);
        opened = borrowed(selection.openedProperty()::get, selection::inspect);
        live = models.live();
        live.sourceProperty().subscribe((_, _) -> opened());
        source =
                borrowed(
                        this::source,
                        spec -> {
                            awaited.add(spec);
                            // The property does not change when the same source is opened again.
                            if (spec.equals(live.sourceProperty().get())) awaited.clear();
                            live.open(spec);
                        });
        counted = borrowed(() -> action.chosenProperty().get().name(), action::choose);
        exhibit =
                borrowed(
                        () -> shown,
                        piece -> {
                            shown = piece;
                            exhibits.accept(piece);
                        });
    }

    private void opened() {
        int at = awaited.lastIndexOf(live.sourceProperty().get());
        boolean asked = at >= 0;
        awaited.subList(0, asked ? at + 1 : awaited.size()).clear();
        if (!awaited.isEmpty()) return;
        if (asked && returning != null) returning.applyTo(live);
        returning = null;
    }

    private SourceSpec source() {
        if (!awaited.isEmpty()) return awaited.getLast();
        SourceSpec open = live.sourceProperty().get();
        return open == null ? new SourceSpec.Demo() : open;
    }

    /// With the channel that was chosen in it.
    private void select(String name) {
        channels.put(named(selection.nodeProperty().get()), selection.channelProperty().get());
        selection.nodeProperty().set(name.equals(NONE) ? null : name);
        selection.channelProperty().set(channels.getOrDefault(name, 0));
    }

    private static String named(@Nullable String name) {
        return name == null ? NONE : name;
    }

    private Borrowed<Boolean> property(Property<Boolean> of) {
        return borrowed(of::getValue, of::setValue);
    }

    private <T> Borrowed<T> borrowed(Supplier<T> get, Consumer<T> set) {
        Borrowed<T> made = new Borrowed<>(get, set);
        all.add(made);
        return made;
    }

    @Override
    public void show(List<Wish> wishes) {
        if (place == null) {
            place = dock.canvas().place();
            before = Playback.of(live);
        }
        List<Loan<?>> wished = wishes.stream().<Loan<?>>flatMap(this::loans).toList();
        // Lessons are about the whole pose network, and about no node and all joints where they do
        // not name one: what was chosen before would be taken for what they speak of.
        List<Loan<?>> loans =
                Stream.concat(
                                Stream.of(
                                                new Loan<>(finder, false),
                                                new Loan<>(opened, false),
                                                new Loan<>(selected, NONE),
                                                new Loan<>(joint, Selection.NONE),
                                                new Loan<>(alone, Selection.NONE),
                                                new Loan<>(cuts, Gains.NONE),
                                                new Loan<>(cover, Cover.NONE))
                                        .filter(usual -> unasked(usual, wished)),
                                wished.stream())
                        // Closing first: without a node, it would be closed before it is asked.
                        .sorted(
                                Comparator.comparing(
                                        loan -> loan.of != opened || loan.value.equals(true)))
                        .toList();
        for (Borrowed<?> each : all) {
            if (loans.stream().noneMatch(loan -> loan.of == each)) each.giveBack();
        }
        loans.forEach(Loan::take);
        // Last, because selecting a hidden node scrolls the map.
        dock.canvas().place(place);
        for (Wish wish : wishes) {
            if (wish instanceof Wish.Teach) clicks.guided().begin();
            if (wish instanceof Wish.Playground asked) load(asked);
            if (wish instanceof Wish.Zoom(var nodes)) dock.canvas().frame(nodes);
        }
    }

    private static boolean unasked(Loan<?> loan, List<Loan<?>> wished) {
        return wished.stream().noneMatch(each -> each.of == loan.of);
    }

    private void load(Wish.Playground asked) {
        playground.load(asked.preset());
        if (asked.padding() != null) playground.setPadding(asked.padding());
        asked.sizes().forEach(playground::set);
        playground.codeProperty().set(asked.code());
        // Whoever wants less motion starts it with Play.
        playground.playingProperty().set(asked.playing() && !Motion.isReduced());
    }

    private Stream<Loan<?>> loans(Wish wish) {
        return switch (wish) {
            case Wish.Select(String node) -> Stream.of(new Loan<>(selected, node));
            case Wish.Inspect(String node) ->
                    Stream.of(new Loan<>(selected, node), new Loan<>(opened, true));
            case Wish.Zoom _ -> Stream.of(new Loan<>(map, true));
            case Wish.Layers(Set<StageLayer> seen) ->
                    layers.entrySet().stream()
                            .map(e -> new Loan<>(e.getValue(), seen.contains(e.getKey())));
            case Wish.Hues(boolean each) -> Stream.of(new Loan<>(hues, each));
            case Wish.Joint(int index, boolean only) ->
                    Stream.concat(
                            Stream.of(new Loan<>(joint, index)),
                            only ? Stream.of(new Loan<>(alone, index)) : Stream.of());
            case Wish.Hold(boolean still) -> Stream.of(new Loan<>(paused, still));
            case Wish.Scene(DemoScene scene) ->
                    Stream.of(new Loan<>(source, new SourceSpec.Demo(scene)));
            case Wish.Count(String action) -> Stream.of(new Loan<>(counted, action));
            case Wish.CutPath(String path) ->
                    Stream.of(
                            new Loan<>(cuts, path == null ? Gains.NONE : Gains.NONE.with(path, 0)));
            case Wish.Teach() -> Stream.of(new Loan<>(tool, clicks.tool()));
            case Wish.OfferSize _, Wish.Predict _ -> Stream.of();
            case Wish.FoldMap _ -> Stream.of(new Loan<>(map, false));
            case Wish.Exhibit(Piece piece) -> exhibited(piece);
            case Wish.Playground _ -> exhibited(Piece.PLAYGROUND);
        };
    }

    /// What stands in place of the stage needs the room beside it, too.
    private Stream<Loan<?>> exhibited(Piece piece) {
        boolean overStage = piece == Piece.PLAYGROUND || piece == Piece.TWINS;
        return overStage
                ? Stream.of(new Loan<>(exhibit, piece), new Loan<>(opened, false))
                : Stream.of(new Loan<>(exhibit, piece));
    }

    private void placeBack() {
        if (place != null) dock.canvas().place(place);
        place = null;
    }

    @Override
    public int bestJoint(int otherwise) {
        return predictor.bestJoint(otherwise);
    }

    @Override
    public void predict(Prediction.Kind kind, int of, Consumer<Prediction> ready) {
        predictor.ask(kind, of, ready);
    }

    @Override
    public void leave() {
        predictor.forget();
        all.forEach(Borrowed::giveBack);
        channels.clear();
        if (!awaited.isEmpty()) returning = before;
        before = null;
        placeBack();
        clicks.guided().end();
        // Somebody may be teaching a network, which is lent as well.
        if (lent) opener.takeBack();
        lent = false;
    }

    @Override
    public void useBundled() {
        lent = true;
        opener.lendBundled();
    }

    @Override
    public void useSize(int width) {
        lent = true;
        opener.lendSize(width);
    }
}
