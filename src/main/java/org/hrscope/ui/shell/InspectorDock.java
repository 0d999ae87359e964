package org.hrscope.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import org.hrscope.capture.SourceInfo;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.DecodePanel;
import org.hrscope.ui.inspector.DecodeViewModel;
import org.hrscope.ui.inspector.InspectorPanel;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.lab.SharesView;
import org.hrscope.ui.lab.SharesViewModel;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.StageView;

/// Where the inspector appears: beside the stage while a node is open, and the Decode tab. FX thread.
final class InspectorDock {
    private static final double LEAST = 460;
    private static final double SHARE = 0.32;

    private final InspectorViewModel inspector;
    private final DecodeViewModel decode;
    private final SharesViewModel shares;
    private final ViewModels models;
    private final InspectorPanel panel;
    private final Texts texts;
    private final BooleanBinding still;
    private final BooleanProperty inLessons = new SimpleBooleanProperty();

    InspectorDock(Shell shell, ViewModels models, ActivationFollower follower, StageView stage) {
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
        Object export = new Object();
        InspectorPanel.Parts parts =
                new InspectorPanel.Parts(
                        (names, glance) -> follower.request(export, names, glance),
                        still,
                        live.positionProperty(),
                        stage.overlay(),
                        models.lab().cuts(),
                        models.network().networkProperty().map(OpenedNetwork::grown));
        panel = new InspectorPanel(shell, inspector, parts);
        decode = new DecodeViewModel(selection, still, System::nanoTime);
        Object peaks = new Object();
        shares =
                new SharesViewModel(
                        (names, glance) -> follower.request(peaks, names, glance),
                        selection,
                        models.lab().networkProperty());
        shares.activeProperty().bind(decode.activeProperty());
    }

    private static boolean single(@org.jspecify.annotations.Nullable SourceInfo info) {
        return info != null && info.frames() == 1;
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

    InspectorViewModel inspector() {
        return inspector;
    }

    /// While a node is open, keeps the panel second in `split`, between stage and side.
    void dockIn(SplitPane split) {
        SplitPane.setResizableWithParent(panel, false);
        inspector
                .nodeProperty()
                .addListener((property, before, now) -> {
                    if ((before == null) == (now == null)) return;
                    double all = Math.max(1, split.getWidth());
                    double side = all * (1 - split.getDividerPositions()[before == null ? 0 : 1]);
                    if (now == null) {
                        split.getItems().remove(panel);
                        split.setDividerPositions(1 - side / all);
                    } else {
                        double wide = Math.max(LEAST, SHARE * all);
                        panel.setPrefWidth(wide);
                        split.getItems().add(1, panel);
                        split.setDividerPositions(1 - (side + wide) / all, 1 - side / all);
                    }
                });
    }

    Tab decodeTab() {
        Tab tab = new Tab();
        tab.textProperty().bind(texts.of("tab.decode"));
        tab.setContent(decodePanel());
        decode.activeProperty().bind(tab.selectedProperty().or(inLessons));
        return tab;
    }

    /// Another instance, for a lesson to show too.
    DecodePanel decodePanel() {
        return new DecodePanel(decode, texts, sharesView());
    }

    /// Another instance, for a lesson.
    SharesView sharesView() {
        return new SharesView(shares, models.joints().skeletonProperty(), texts);
    }

    void decodeInLessons(boolean seen) {
        inLessons.set(seen);
    }

    void show(PipelineResult result) {
        decode.show(result);
    }

    void pulse() {
        inspector.pulse();
        shares.pulse();
    }
}
