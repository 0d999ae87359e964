package org.hrscope.ui.teach;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.teach.Click;
import org.hrscope.teach.ClickedPerson;
import org.hrscope.teach.Clicks;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.hrscope.teach.TaughtNetwork;
import org.hrscope.teach.TeachSession;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Jobs.Outcome;
import org.jspecify.annotations.Nullable;

/// Joints being taught to the network in use. After each click all of them are fitted anew and the network with them
/// replaces the one in use, so that a taught joint is a joint like any other: on the stage, in lists, for everyone. FX
/// thread; the work is done in jobs, one after the other.
public final class TeachViewModel extends TeachState {
    private static final Object KEY = "teach";

    /// Each holds a frame.
    private static final int MOST_WAITING = 8;

    private static final Set<String> ONLY_LAST = Set.of("teach.no-branches", "teach.opset");

    /// What the view model asks of the window.
    ///
    /// @param use      uses a taught network for the time being
    /// @param keep     uses a network that was kept, from now on
    /// @param giveBack goes back to the network that was in use before
    public record Ways(
            Consumer<Path> use,
            Consumer<Path> keep,
            Runnable giveBack,
            Consumer<Problem> problem) {}

    /// A click that has not been looked at yet.
    ///
    /// @param frame held for it
    private record Waiting(
            Frame frame, ClickedPerson.Place place, BoundingBox box, String joint, Click click) {}

    private final Jobs jobs;
    private final Ways ways;
    private final ObservableValue<@Nullable ModelFile> network;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private @Nullable TeachSession session;

    /// Forgotten, but its network is in use until another has been opened: its file must last so long.
    private @Nullable TeachSession leaving;

    private boolean looking;
    private boolean stale;
    private int newest;

    /// @param network in use; null while none is
    public TeachViewModel(Jobs jobs, Ways ways, ObservableValue<@Nullable ModelFile> network) {
        this.jobs = jobs;
        this.ways = ways;
        this.network = network;
        network.subscribe((_, now) -> replaced(now));
        features.subscribe((_, _) -> anew());
    }

    /// Joints of the network that is taught; none while there is none.
    public List<String> ownJoints() {
        ModelFile file = base();
        return file == null ? List.of() : file.info().skeleton().joints();
    }

    /// Begins a joint; reports a name that is taken or invalid.
    ///
    /// @return whether it was begun
    public boolean add(String name) {
        ModelFile file = base();
        String plain = name.strip();
        try {
            if (file != null) TaughtNetwork.check(plain, file.info().skeleton());
            if (joints.contains(plain)) throw new Problem("teach.named", plain);
        } catch (Problem problem) {
            ways.problem.accept(problem);
            return false;
        }
        keep(said.get().with(plain));
        active.set(plain);
        return true;
    }

    /// Forgets a joint and its clicks.
    public void remove(String name) {
        keep(said.get().without(name));
        choose();
        anew();
    }

    /// Forgets a joint as if it had never been: going back does not bring it back.
    public void forget(String name) {
        Clicks now = said.get().without(name);
        if (now.joints().isEmpty()) {
            stop();
            return;
        }
        forgetSteps(name, now);
        said.set(now);
        choose();
        anew();
    }

    /// Draws the joint's limb to another joint.
    ///
    /// @param to empty for no limb, null for the nearest
    public void tie(String joint, @Nullable String to) {
        if (Objects.equals(said.get().ties().get(joint), to)) return;
        keep(said.get().tied(joint, to));
        anew();
    }

    /// @param result on stage, owned by the caller
    /// @param x,y    in image pixels, pixel centres being whole numbers
    public void click(PipelineResult result, double x, double y) {
        String joint = active.get();
        Person person = result.person().orElse(null);
        if (joint == null || person == null || base() == null) return;
        if (queue.size() == MOST_WAITING) {
            ways.problem.accept(new Problem("teach.busy", MOST_WAITING));
            return;
        }
        Frame.Origin origin = result.frame().origin();
        queue.addLast(
                new Waiting(
                        result.frame().retain(),
                        new ClickedPerson.Place(origin.name(), origin.index(), person.identity()),
                        person.pose().box(),
                        joint,
                        new Click(x, y, present.get())));
        work();
    }

    /// The newest click that waits; the one being looked at; then step by step.
    public void undo() {
        Waiting last = queue.pollLast();
        if (last != null) last.frame.close();
        else if (looking) jobs.cancel(KEY);
        else if (!past.isEmpty()) {
            said.set(past.removeLast());
            choose();
            anew();
        }
        told();
    }

    private void keep(Clicks now) {
        past.addLast(said.get());
        said.set(now);
        told();
    }

    private void told() {
        waiting.set(queue.size());
        undoable.set(!past.isEmpty() || !queue.isEmpty() || looking);
    }

    private void anew() {
        stale = true;
        work();
    }

    /// One thing after the other: all clicks that wait, then one fit to all of them.
    private void work() {
        ModelFile file = base();
        if (busy.get() || file == null) {
            told();
            return;
        }
        Waiting next = queue.pollFirst();
        if (next != null) look(next, session(file));
        else if (stale && !said.get().joints().isEmpty()) learn(session(file));
        else if (stale) {
            stale = false;
            learnt(Optional.empty());
        }
        told();
    }

    private void look(Waiting next, TeachSession teaching) {
        Clicks before = said.get();
        if (before.opposed(next.place, next.box, next.joint, next.click))
            ways.problem.accept(new Problem("teach.opposed", next.joint));
        Map<String, List<Click>> clicks = before.with(next.place, next.box, next.joint, next.click);
        looking = true;
        busy.set(true);
        jobs.run(
                new Job.Name(KEY, "job.teach", next.joint),
                next.frame,
                progress -> teaching.show(next.frame, next.place, next.box, clicks),
                outcome(shown -> {
                    stale = true;
                    keep(said.get().with(shown));
                }));
    }

    private void learn(TeachSession teaching) {
        Clicks from = said.get();
        FeatureSet set = features.get();
        stale = false;
        busy.set(true);
        jobs.run(
                new Job.Name(KEY, "job.teach", String.join(", ", from.joints())),
                progress -> teaching.learn(from, set),
                outcome(this::learnt));
    }

    private void learnt(Optional<Taught> found) {
        boolean some = taught.get() != null;
        taught.set(found.orElse(null));
        if (found.isPresent()) ways.use.accept(found.get().file());
        else if (some) ways.giveBack.run();
    }

    /// What ends after all was cleared is not wanted any more.
    private <T> Outcome<T> outcome(Consumer<T> done) {
        int mine = newest;
        return new Outcome<>(
                value -> goOn(mine, () -> done.accept(value)),
                problem -> {
                    ways.problem.accept(problem);
                    // Where only the last features can be read, the clicks still count.
                    boolean last = ONLY_LAST.contains(problem.key());
                    goOn(mine, last ? () -> features.set(FeatureSet.LAST) : () -> {});
                },
                () -> goOn(mine, () -> {}));
    }

    private void goOn(int mine, Runnable then) {
        if (mine != newest) return;
        over();
        then.run();
        work();
    }

    private void over() {
        busy.set(false);
        looking = false;
    }

    /// Writes the network with the joints taught so far.
    public void write(Path to) {
        Taught now = taught.get();
        if (now == null) return;
        jobs.run(
                new Job.Name(new Object(), "job.teach.write", String.valueOf(to.getFileName())),
                progress -> {
                    now.write(to);
                    return to;
                },
                Outcome.of(ways.keep, ways.problem));
    }

    /// Ends teaching; the clicks are forgotten, and the network is the one from before.
    public void stop() {
        boolean some = taught.get() != null;
        clear();
        if (some) ways.giveBack.run();
    }

    /// The network that is taught: the one in use, without what it was taught; null while none is in use.
    public @Nullable ModelFile base() {
        TeachSession open = session;
        return open == null ? network.getValue() : open.file();
    }

    private TeachSession session(ModelFile file) {
        TeachSession open = session;
        if (open == null) open = new TeachSession(file);
        session = open;
        return open;
    }

    /// Another network was chosen: what was learnt on this one's features says nothing there.
    private void replaced(@Nullable ModelFile now) {
        if (leaving != null && (now == null || !leaving.wrote(now))) left();
        TeachSession open = session;
        if (open == null || now == null || open.wrote(now) || now.equals(open.file())) return;
        clear();
    }

    private void clear() {
        newest++;
        past.clear();
        over();
        stale = false;
        leave();
        said.set(Clicks.NONE);
        active.set(null);
        taught.set(null);
        told();
    }

    private void leave() {
        queue.forEach(each -> each.frame.close());
        queue.clear();
        jobs.cancel(KEY);
        if (session == null) return;
        left();
        leaving = session;
        session = null;
        ModelFile now = network.getValue();
        if (now == null || !leaving.wrote(now)) left();
    }

    private void left() {
        if (leaving == null) return;
        jobs.run(Job.Name.none(), leaving, _ -> true, Outcome.of(_ -> {}, ways.problem));
        leaving = null;
    }

    /// Closes the session. Work under way ends with it.
    public void close() {
        leave();
        left();
    }
}
