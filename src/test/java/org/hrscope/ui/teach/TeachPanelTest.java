package org.hrscope.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.hrscope.domain.BoundingBox;
import org.hrscope.inference.ModelFile;
import org.hrscope.teach.Click;
import org.hrscope.teach.ClickedPerson;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.LabelledPerson;
import org.hrscope.teach.Taught;
import org.hrscope.teach.Taught.Progress;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(60)
class TeachPanelTest {
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final TeachViewModel teach =
            new TeachViewModel(
                    atOnce,
                    new TeachViewModel.Ways(
                            taught -> {},
                            taught -> {},
                            () -> {},
                            problem -> {
                                throw new AssertionError(problem);
                            }),
                    new SimpleObjectProperty<@Nullable ModelFile>());

    private long rows() {
        return FxToolkit.on(() -> (long) panel.lookupAll(".teach-row").size());
    }

    private TeachPanel panel;

    /// As the lesson beside it does.
    @Test
    void aClickCountsBeforeItIsFitted() {
        FxToolkit.run(() -> {
            twoClicks();
            assertThat(teach.taughtProperty().getValue()).isNull();
            assertThat(panel.lookupAll(".teach-row .label"))
                    .extracting(label -> ((Labeled) label).getText())
                    .containsExactly("2 clicks");
        });
    }

    /// Two frames with the thumb, one without.
    private void twoClicks() {
        LabelledPerson unread = new LabelledPerson(null, 40, List.of(), Map.of());
        panel = new TeachPanel(teach, new Shell(new Texts(), new Theme(), atOnce), () -> {});
        teach.add("left thumb");
        for (int frame = 0; frame < 3; frame++) {
            Map<String, List<Click>> clicks =
                    Map.of("left thumb", List.of(new Click(3, 5, frame != 1)));
            var place = new ClickedPerson.Place("clip", frame, 1);
            BoundingBox box = new BoundingBox(0, 0, 9, 9);
            teach.said.set(
                    teach.said.get().with(new ClickedPerson(place, box, clicks, unread, null)));
        }
    }

    /// The sentence below the row speaks of as many clicks as the row.
    @Test
    void whatWasLearnedFromFewerClicksIsNotToldWhileMoreAreLearned() {
        FxToolkit.run(() -> {
            twoClicks();
            Progress one = new Progress(1, List.of(), List.of(), "", List.of(), List.of());
            teach.busy.set(true);
            teach.taught.set(
                    new Taught(
                            Path.of("taught.onnx"),
                            FeatureSet.LAST,
                            List.of(),
                            Map.of("left thumb", one)));
            assertThat(learnt()).isEqualTo("Learning from 2 clicks…");
            teach.busy.set(false);
            assertThat(learnt()).startsWith("Learned from one click.");
        });
    }

    private String learnt() {
        return ((Labeled) panel.lookup(".teach-learnt > .label")).getText();
    }

    /// Also after a garbage collection: what only listens to the list may be gone by then.
    @Test
    void everyJointHasARowForAsLongAsItIsThere() throws InterruptedException {
        FxToolkit.run(() -> {
            panel = new TeachPanel(teach, new Shell(new Texts(), new Theme(), atOnce), () -> {});
            new Scene(panel, 340, 500);
            teach.add("left thumb");
            teach.add("right thumb");
        });
        assertThat(rows()).isEqualTo(2);
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
            Thread.sleep(5);
        }
        FxToolkit.run(() -> teach.remove("left thumb"));
        assertThat(teach.joints()).containsExactly("right thumb");
        assertThat(rows()).isEqualTo(1);
    }
}
