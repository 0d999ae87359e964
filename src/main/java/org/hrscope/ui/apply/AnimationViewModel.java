package org.hrscope.ui.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.BodyJoint;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.puppet.MotionClip;
import org.hrscope.puppet.MotionFile;
import org.hrscope.puppet.MotionTake;
import org.hrscope.puppet.Puppet;
import org.hrscope.puppet.PuppetFollower;
import org.hrscope.puppet.PuppetPose;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Changes;
import org.jspecify.annotations.Nullable;

/// The selected person's puppet and the last minute of their motion while somebody looks; everyone's puppet while they
/// stand on the stage. FX thread; files are written off it.
public final class AnimationViewModel {
    /// Why there is no puppet, or that there is one.
    public enum State {
        NOBODY,

        /// The network predicts no shoulders or hips.
        NO_BODY,
        MOVING
    }

    /// What was written.
    public record Written(Path file, int frames, int framesASecond) {}

    private final Jobs jobs;
    private final ObjectProperty<Puppet> puppet = new SimpleObjectProperty<>(Puppet.FOX);
    private final BooleanProperty over = new SimpleBooleanProperty();
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOBODY);
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private final List<ObservableBooleanValue> views = new ArrayList<>();
    private final Map<Integer, PuppetFollower> followers = new HashMap<>();
    private final Map<Integer, PuppetPose> poses = new TreeMap<>();
    private final PuppetFraming framing = new PuppetFraming();
    private final MotionTake take = new MotionTake();
    private String source = "";
    private int chosen;
    private Runnable last = () -> {};

    public AnimationViewModel(Jobs jobs) {
        this.jobs = jobs;
        // A source at rest sends nothing more.
        watched.subscribe((_, now) -> {
            if (now) last.run();
        });
    }

    public ObjectProperty<Puppet> puppetProperty() {
        return puppet;
    }

    /// Whether puppets stand on the stage too.
    public BooleanProperty overProperty() {
        return over;
    }

    /// Whether the selected person's puppet is in view. While it is not, nobody is followed for it.
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /// Another view of the puppet, for as long as the window lasts: the panel has one, and so has a lesson.
    void seenWhere(ObservableBooleanValue visible) {
        views.add(visible);
        Changes.now(
                () -> watched.set(views.stream().anyMatch(ObservableBooleanValue::get)), visible);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How much motion there is to export.
    public ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /// Counts results, for views that draw.
    IntegerProperty changesProperty() {
        return changes;
    }

    /// Moves everyone's puppet. The same result again changes nothing.
    ///
    /// @return by identity
    Map<Integer, PuppetPose> follow(PipelineResult result) {
        return follow(result.model().skeleton(), result.frame().origin(), result.people().all());
    }

    private Map<Integer, PuppetPose> follow(
            Skeleton skeleton, Frame.Origin origin, List<Person> people) {
        if (!origin.name().equals(source)) followers.clear();
        source = origin.name();
        poses.clear();
        if (!BodyJoint.known(skeleton)) return poses;
        for (Person person : people) {
            PuppetFollower follower =
                    followers.computeIfAbsent(person.identity(), _ -> new PuppetFollower());
            poses.put(
                    person.identity(),
                    follower.next(skeleton, person.pose(), origin.positionNanos()));
        }
        followers.keySet().retainAll(poses.keySet());
        return poses;
    }

    /// @param result remains owned by the caller
    public void show(PipelineResult result) {
        chosen = result.person().map(Person::identity).orElse(0);
        List<Person> people =
                over.get() ? result.people().all() : result.person().stream().toList();
        Skeleton skeleton = result.model().skeleton();
        Frame.Origin origin = result.frame().origin();
        last = () -> show(skeleton, origin, people);
        if (watched.get() || over.get()) {
            last.run();
        } else {
            followers.clear();
            poses.clear();
        }
    }

    private void show(Skeleton skeleton, Frame.Origin origin, List<Person> people) {
        PuppetPose pose = follow(skeleton, origin, people).get(chosen);
        if (pose != null) {
            take.add(origin.name(), chosen, origin.positionNanos(), pose);
            framing.follow(pose, origin.positionNanos());
        }
        boolean body = BodyJoint.known(skeleton);
        state.set(pose != null ? State.MOVING : body ? State.NOBODY : State.NO_BODY);
        seconds.set(take.seconds());
        changes.set(changes.get() + 1);
    }

    /// The identities of those who have a puppet.
    Set<Integer> followed() {
        return poses.keySet();
    }

    /// The selected person's puppet; null for none.
    @Nullable PuppetPose pose() {
        return poses.get(chosen);
    }

    /// Which puppet somebody is: the selected person the chosen one, others another.
    Puppet puppet(int identity) {
        Puppet[] all = Puppet.values();
        return all[Math.floorMod(puppet.get().ordinal() + identity - chosen, all.length)];
    }

    /// Where the selected puppet lies in a view of this size.
    AffineTransform2D framing(double width, double height) {
        return framing.to(width, height);
    }

    /// Forgets the motion so far.
    public void startOver() {
        take.clear();
        seconds.set(0);
    }

    /// Writes the motion so far; more may come meanwhile.
    ///
    /// @param file ends in `.bvh` or `.json`
    public void write(Path file, Consumer<Written> done, Consumer<Problem> problem) {
        var moments = take.moments();
        jobs.run(
                new Job.Name("motion " + file, "job.motion", String.valueOf(file.getFileName())),
                progress -> {
                    MotionClip clip = MotionClip.of(moments);
                    MotionFile.write(file, clip);
                    return new Written(file, clip.frames().size(), clip.framesASecond());
                },
                Jobs.Outcome.of(done, problem));
    }
}
