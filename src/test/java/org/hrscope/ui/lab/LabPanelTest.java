package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.hrscope.ablation.CutFollower;
import org.hrscope.ablation.PeakShares;
import org.hrscope.ablation.Shares;
import org.hrscope.ablation.SplitValues;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The Cut tab without a screen.
@ExtendWith(FxToolkit.class)
class LabPanelTest {
    private static final String PATH = "stage2.0.fuse_layers.0.1";

    private final Texts texts = new Texts();
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final Selection selection = new Selection();
    private final ModelFile file = Bundled.file();
    private final Lab lab = new Lab(atOnce, problem -> {});
    private final CutFollower follower = new CutFollower(problem -> {});

    @AfterEach
    void close() {
        follower.close();
    }

    private LabPanel panel() {
        Shell shell = new Shell(texts, new Theme(), atOnce);
        EffectsViewModel effects =
                new EffectsViewModel(
                        lab.cuts(),
                        lab.covers(),
                        follower,
                        new SimpleObjectProperty<@Nullable ModelFile>(file),
                        new SimpleObjectProperty<>(Decoder.QUARTER));
        LabPanel panel =
                new LabPanel(
                        shell,
                        lab,
                        effects,
                        new SelectedJoint(selection, new JointsViewModel(selection), texts),
                        () -> {});
        shell.theme().style(panel);
        new Scene(panel, 350, 420);
        lab.use(file);
        layOut(panel);
        return panel;
    }

    private static void layOut(LabPanel panel) {
        panel.applyCss();
        panel.resize(350, 420);
        panel.layout();
    }

    private static List<Slider> sliders(LabPanel panel) {
        return panel.lookupAll(".slider").stream().map(Slider.class::cast).toList();
    }

    private static ButtonBase button(LabPanel panel, String text) {
        Set<Node> all = panel.lookupAll(".button");
        return all.stream()
                .map(ButtonBase.class::cast)
                .filter(b -> text.equals(b.getText()) || text.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    @Test
    void everyChangedGainHasASliderThatStaysWhileItIsHeld() {
        FxToolkit.run(() -> {
            LabPanel panel = panel();
            assertThat(sliders(panel)).isEmpty();
            selection.nodeProperty().set(PATH);
            button(panel, "Cut " + PATH).fire();
            layOut(panel);
            Slider slider = sliders(panel).getFirst();
            assertThat(slider.getAccessibleText()).isEqualTo("Gain of " + PATH);
            assertThat(slider.getValue()).isZero();
            slider.setValueChanging(true);
            slider.setValue(0.637);
            assertThat(lab.cuts().gainsProperty().get().changed().getFirst().gain())
                    .isEqualTo(0.64f);
            slider.setValue(1.01);
            assertThat(lab.cuts().noneProperty().get()).isTrue();
            assertThat(sliders(panel)).containsExactly(slider);
            slider.setValue(1.5);
            slider.setValueChanging(false);
            assertThat(lab.cuts().gainsProperty().get().changed()).hasSize(1);
            button(panel, "Undo cut").fire();
            assertThat(slider.getValue()).isZero();
            button(panel, "Restore the whole network").fire();
            layOut(panel);
            assertThat(sliders(panel)).isEmpty();
        });
    }

    @Test
    void theButtonSpeaksOfTheSelectedNodeInBothLanguages() {
        FxToolkit.run(() -> {
            LabPanel panel = panel();
            assertThat(button(panel, "Select a node on the network map").isDisabled()).isTrue();
            selection.nodeProperty().set("layer1.1");
            assertThat(button(panel, "Cut layer1.1").isDisabled()).isFalse();
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            assertThat(button(panel, "切断 layer1.1").isDisabled()).isFalse();
        });
    }

    @Test
    void sharesAreToldInASentence() {
        FxToolkit.run(() -> {
            Glance[] glance = new Glance[1];
            SharesViewModel shares =
                    new SharesViewModel(
                            (names, with) -> glance[0] = with, selection, lab.networkProperty());
            lab.use(file);
            shares.activeProperty().set(true);
            selection.jointProperty().set(9);
            Skeleton skeleton = file.info().skeleton();
            SharesView view = new SharesView(shares, new SimpleObjectProperty<>(skeleton), texts);
            assertThat(view.isVisible()).isFalse();
            Map<String, Tensor> values = new LinkedHashMap<>();
            Shares of = Objects.requireNonNull(lab.networkProperty().get()).shares().orElseThrow();
            of.values()
                    .forEach(name -> {
                        int channels = name.equals("heatmaps") ? 17 : 16;
                        float[] all = new float[channels];
                        java.util.Arrays.fill(all, name.endsWith("branches.0") ? 2 : 0.01f);
                        values.put(name, Tensor.of(Shape.of(1, channels, 1, 1), all));
                    });
            SplitValues.heatmaps(of, 9, values, 0);
            glance[0].at(null, values);
            shares.pulse();
            PeakShares peak = Objects.requireNonNull(shares.peakProperty().get());
            assertThat(view.isVisible()).isTrue();
            String words =
                    view.getChildren().stream()
                            .filter(Label.class::isInstance)
                            .map(node -> ((Label) node).getText())
                            .findFirst()
                            .orElseThrow();
            assertThat(words).contains("%");
            assertThat(peak.joint()).isEqualTo(9);
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        });
    }
}
