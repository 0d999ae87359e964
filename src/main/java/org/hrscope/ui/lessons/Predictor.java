package org.hrscope.ui.lessons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.PeakShares;
import org.hrscope.ablation.Shares;
import org.hrscope.ablation.Sweep;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.inference.InnerSession;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Dissected;
import org.jspecify.annotations.Nullable;

/// Tries on the frame on stage what a lesson asks people to predict, as soon as that frame stands still. FX thread.
public final class Predictor {
    /// Pulses for which the frame must be the same: one may still be on its way when the source is paused.
    private static final int STILL = 20;

    /// The paths tried, nearest to the head: trying the 53 of a W32 would take half a minute.
    private static final int MOST_PATHS = 11;

    private record Question(Prediction.Kind kind, int joint, Consumer<Prediction> ready) {}

    /// What a question is tried on.
    private record Trial(Dissected network, Decoder decoder, PipelineResult shown, Person person) {}

    private final Jobs jobs;
    private final Supplier<@Nullable PipelineResult> shown;
    private final ObservableValue<@Nullable Dissected> network;
    private final ObservableValue<Decoder> decoder;
    private final Consumer<Problem> trouble;
    private @Nullable Question asked;
    private @Nullable PipelineResult last;
    private int still;

    /// @param shown   the result on stage, owned by the stage
    /// @param network the pose network in use
    public Predictor(
            Jobs jobs,
            Supplier<@Nullable PipelineResult> shown,
            ObservableValue<@Nullable Dissected> network,
            ObservableValue<Decoder> decoder,
            Consumer<Problem> trouble) {
        this.jobs = jobs;
        this.shown = shown;
        this.network = network;
        this.decoder = decoder;
        this.trouble = trouble;
    }

    /// The clearest joint of the selected person.
    ///
    /// @param otherwise if nobody is on stage
    public int bestJoint(int otherwise) {
        PipelineResult now = shown.get();
        Person person = now == null ? null : now.person().orElse(null);
        return person == null ? otherwise : SinglePeak.best(person, otherwise);
    }

    /// The last question wins.
    ///
    /// @param joint whose peak is meant
    public void ask(Prediction.Kind kind, int joint, Consumer<Prediction> ready) {
        jobs.cancel(this);
        asked = new Question(kind, joint, ready);
        still = 0;
    }

    public void forget() {
        jobs.cancel(this);
        asked = null;
        last = null;
    }

    /// Once per pulse.
    public void pulse() {
        Question question = asked;
        if (question == null) return;
        PipelineResult now = shown.get();
        still = now == last ? still + 1 : 0;
        last = now;
        Dissected taken = network.getValue();
        if (now == null || taken == null || still < STILL) return;
        Person person = now.person().orElse(null);
        if (person == null || !now.model().equals(taken.file().info())) return;
        asked = null;
        last = null;
        run(question, new Trial(taken, decoder.getValue(), now.retained(), person));
    }

    private void run(Question question, Trial trial) {
        boolean moves = question.kind == Prediction.Kind.MOVES;
        jobs.run(
                Job.Name.latest(this),
                trial.shown,
                progress ->
                        Optional.ofNullable(moves ? moves(trial) : shares(trial, question.joint)),
                Jobs.Outcome.<Optional<Prediction>>of(
                        made -> made.ifPresent(question.ready), trouble));
    }

    private static @Nullable Prediction moves(Trial trial) throws Problem, InterruptedException {
        var geometry = trial.person.estimate().geometry();
        try (CutSession session = CutSession.beside(trial.network.file(), List.of())) {
            session.crop(trial.shown.frame(), geometry);
            List<Gate> paths = session.gates().paths();
            int first = Math.max(0, paths.size() - MOST_PATHS);
            Map<Gate, List<JointEffect>> effects =
                    new Sweep(session, paths.subList(first, paths.size()))
                            .run(geometry, trial.decoder, (done, total) -> {});
            return CutPlan.of(effects, SinglePeak.of(trial.person.estimate().heatmaps()));
        }
    }

    private static @Nullable Prediction shares(Trial trial, int joint) throws Problem {
        Shares shares = trial.network.shares().orElse(null);
        if (shares == null) return null;
        var file = trial.network.file();
        try (InnerSession session = InnerSession.beside(file, file.graph(), shares.values())) {
            session.crop(trial.shown.frame(), trial.person.estimate().geometry());
            PeakShares peak = shares.at(joint, session.run(shares.values()));
            if (!(peak.peak() > 0)) return null;
            List<Double> parts =
                    peak.shares().values().stream().map(share -> share / peak.peak()).toList();
            int largest = 0;
            for (int i = 1; i < parts.size(); i++) {
                if (parts.get(i) > parts.get(largest)) largest = i;
            }
            return new Prediction(
                    Prediction.Kind.SHARES,
                    IntStream.range(0, parts.size()).boxed().toList(),
                    largest,
                    "",
                    parts);
        }
    }
}
