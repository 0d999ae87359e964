package org.hrscope.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.explain.ExplainPanel;
import org.hrscope.ui.explain.ExplainViewModel;
import org.hrscope.ui.joints.JointsPanel;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.opening.ModelPanel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.EstimationControls;
import org.hrscope.ui.player.TransportBar;

/// Where each panel sits. What flows between them is [ViewModels]. FX thread.
final class MainWindow extends BorderPane {
    private static final double LEAST_SIDE = 260;

    private final Shell shell;
    private final ViewModels models;
    private final Panels panels;
    private final Ways ways;
    private final WindowKeys keys;
    private final Pulse pulse;

    MainWindow(Shell shell, ViewModels models, Ways ways) {
        this.shell = shell;
        this.models = models;
        this.ways = ways;
        panels = Panels.of(shell, models, ways);
        keys = new WindowKeys(shell, models, panels, ways);
        pulse = new Pulse(models, panels, shell.notices());
        shell.theme().style(this);
        setTop(topBar());
        setCenter(whole());
        acceptDrops(models.opener());
    }

    private TopBar topBar() {
        Controls controls = shell.controls();
        return new TopBar(
                panels.sources(),
                new TransportBar(models.live(), controls),
                new EstimationControls(models.live(), controls, panels.smoothing()),
                new HBox(panels.recording(), panels.running(), panels.meter()),
                TopBar.tools(
                        controls,
                        shell.texts(),
                        shell.theme(),
                        () -> panels.snapshot().take(panels.stage()),
                        ways.playground(),
                        keys::list));
    }

    private SplitPane whole() {
        NetworkDock dock = panels.dock();
        SplitPane whole = new SplitPane(content(), dock);
        whole.setOrientation(Orientation.VERTICAL);
        double[] share = {0.62};
        whole.setDividerPositions(share);
        // Folding the dock gives its height to the stage; unfolding takes it back.
        dock.openProperty()
                .addListener((property, before, now) -> {
                    if (now) whole.setDividerPositions(share);
                    else share[0] = whole.getDividerPositions()[0];
                });
        return whole;
    }

    private SplitPane content() {
        TabPane side = side();
        SplitPane split =
                new SplitPane(
                        new StageDeck(
                                shell,
                                models,
                                panels.stage(),
                                panels.lessons().overStage(),
                                ways.largerNetwork()),
                        side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.715);
        panels.inspector().dockIn(split);
        return split;
    }

    private TabPane side() {
        Controls controls = shell.controls();
        Texts texts = shell.texts();
        Tab explain = tab("tab.explain", explainPanel());
        JointsPanel joints =
                new JointsPanel(
                        models.joints(), models.selection(), models.colours(), controls, texts);
        ModelPanel model = new ModelPanel(models.live(), models.opener(), texts, ways.library());
        TabPane side =
                new TabPane(
                        tab("tab.joints", joints),
                        explain,
                        tab("tab.lessons", panels.lessons().panel()),
                        panels.inspector().decodeTab(),
                        panels.lab().tab(),
                        tab("tab.model", model));
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.minWidthProperty()
                .bind(
                        Bindings.when(explain.selectedProperty())
                                .then(ExplainPanel.LEAST_WIDTH)
                                .otherwise(LEAST_SIDE));
        return side;
    }

    private ExplainPanel explainPanel() {
        ExplainViewModel model =
                new ExplainViewModel(
                        models.network().networkProperty(),
                        models.selection(),
                        models.network().timesProperty(),
                        shell.texts());
        return new ExplainPanel(model, shell.controls(), shell.texts(), shell.theme());
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(shell.texts().of(key));
        tab.setContent(content);
        return tab;
    }

    void start(Scene scene) {
        keys.attach(scene);
        pulse.start();
        panels.stage().requestFocus();
    }

    /// @return whether the follower's thread has ended
    boolean stop() {
        pulse.stop();
        return panels.close();
    }

    /// Ends the open lesson.
    ///
    /// @return names of all finished lessons
    List<String> closeLessons() {
        return panels.lessons().close();
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return pulse.posed();
    }

    private void acceptDrops(Opener opener) {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasUrl()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                opener.open(board.getFiles().getFirst().toString());
            } else if (board.hasUrl()) {
                opener.open(board.getUrl());
            }
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
