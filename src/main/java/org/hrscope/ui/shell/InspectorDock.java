package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.capture.SourceInfo;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.equation.Arithmetic;
import org.hrscope.ui.inspector.Colouring;
import org.hrscope.ui.inspector.DecodePanel;
import org.hrscope.ui.inspector.DecodeViewModel;
import org.hrscope.ui.inspector.InspectorPanel;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.lab.SharesView;
import org.hrscope.ui.lab.SharesViewModel;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.PairLayer;
import org.hrscope.ui.stage.PairView;
import org.hrscope.ui.stage.PosePair;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Where the inspector appears: beside the stage while a node is open, and the Decode panel. FX thread.
final class InspectorDock implements Part {
    private static final double LEAST = 436;
    private static final double USUAL = 460;
    private static final double SHARE = 0.32;

    private final InspectorViewModel inspector;
    private final DecodeViewModel decode;
    private final SharesViewModel shares;
    private final Arithmetic arithmetic;
    private final ViewModels models;
    private final InspectorPanel panel;
    private final Texts texts;
    private final BooleanBinding still;
    private final List<Node> peakViews = new ArrayList<>();

    InspectorDock(Shell shell, ViewModels models, MapDock map, StageView stage) {
        ActivationFollower follower = map.follower();
        this.models = models;
        texts = shell.texts();
        LiveViewModel live = models.live();
        Selection selection = models.selection();
        still =
                Bindings.createBooleanBinding(
                        () -> live.pausedProperty().get() || single(live.infoProperty().get()),
                        live.pausedProperty(),
                        live.infoProperty());
        inspector =
                new InspectorViewModel(
                        (names, glance) -> follower.request(this, names, glance),
                        shell.jobs().workers(),
                        still,
                        selection,
                        models.network().networkProperty().map(OpenedNetwork::net));
        arithmetic =
                new Arithmetic(
                        shell,
                        follower,
                        selection,
                        models.network().networkProperty().map(OpenedNetwork::anatomy),
                        models.lab().cuts()::gain);
        Object export = new Object();
        InspectorPanel.Parts parts =
                new InspectorPanel.Parts(
                        (names, glance) -> follower.request(export, names, glance),
                        still,
                        live.positionProperty(),
                        stage.overlay(),
                        models.lab().cuts(),
                        map.cuts().gainsProperty(),
                        map.cuts()::altered,
                        models.network().networkProperty().map(OpenedNetwork::grown),
                        models.network().networkProperty().map(OpenedNetwork::rounded),
                        arithmetic);
        panel = new InspectorPanel(shell, inspector, parts);
        decode = new DecodeViewModel(selection, still, System::nanoTime);
        Changes.of(
                () -> decode.cut(cut(stage.pair())),
                stage.pair().pairProperty(),
                stage.pair().viewProperty(),
                models.lab().rival().networkProperty());
        live.openingsProperty().subscribe((_, _) -> decode.cut(null));
        Object peaks = new Object();
        shares =
                new SharesViewModel(
                        (names, glance) -> follower.request(peaks, names, glance),
                        selection,
                        models.lab().networkProperty());
        shares.activeProperty().bind(decode.activeProperty());
    }

    /// What the stage shows of a cut network. Beside another network, that one is compared with the whole one.
    private @Nullable PosePair cut(PairLayer pair) {
        boolean whole = pair.viewProperty().get() == PairView.A;
        boolean other = models.lab().rival().networkProperty().get() != null;
        return whole || other ? null : pair.pairProperty().get();
    }

    private static boolean single(@Nullable SourceInfo info) {
        return info != null && info.frames() == 1;
    }

    InspectorViewModel inspector() {
        return inspector;
    }

    /// Whether the keyboard is in the inspector.
    boolean isFocused() {
        Scene scene = panel.getScene();
        // Not the panel's own focusWithin, which stays on after the panel was taken out and put
        // back.
        Node at = scene == null ? null : scene.getFocusOwner();
        while (at != null && at != panel) at = at.getParent();
        return at != null;
    }

    /// While a node is open, keeps the panel beside the stage.
    void dockIn(StageRow row) {
        panel.setMinWidth(LEAST);
        inspector
                .nodeProperty()
                .subscribe((before, now) -> {
                    if ((before == null) == (now == null)) return;
                    if (now == null) row.remove(panel);
                    else row.beside(panel, Math.max(USUAL, SHARE * row.getWidth()));
                });
    }

    /// For the side. Nothing is computed while none is seen.
    DecodePanel decodePanel() {
        return watched(new DecodePanel(decode, texts, view()));
    }

    /// Another instance, for a lesson, which asks for the shares before it tells them.
    DecodePanel decoders() {
        return watched(new DecodePanel(decode, texts));
    }

    /// Another instance, for a lesson.
    SharesView sharesView() {
        return watched(view());
    }

    private SharesView view() {
        return new SharesView(shares, models.look().joints().skeletonProperty(), texts);
    }

    private <T extends Node> T watched(T made) {
        peakViews.add(made);
        made.sceneProperty()
                .addListener(changed ->
                        decode.activeProperty()
                                .set(peakViews.stream().anyMatch(each -> each.getScene() != null)));
        return made;
    }

    /// How inner values are coloured.
    ObjectProperty<Colouring> colouring() {
        return inspector.colouringProperty();
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.I, "inspector.toggle", inspector::toggle);
        keys.on(KeyCode.P, "inspector.pin", inspector::togglePin);
        keys.on(
                KeyCode.V,
                "inspector.over",
                () -> {
                    BooleanProperty over = inspector.overPictureProperty();
                    over.set(!over.get());
                },
                KeyCombination.SHIFT_DOWN);
    }

    @Override
    public boolean escape() {
        if (!models.selection().openedProperty().get()) return false;
        inspector.close();
        return true;
    }

    @Override
    public void show(PipelineResult result) {
        decode.show(result);
    }

    @Override
    public void pulse() {
        inspector.pulse();
        arithmetic.pulse();
        shares.pulse();
    }
}
