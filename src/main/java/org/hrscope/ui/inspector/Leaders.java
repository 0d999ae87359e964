package org.hrscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/// Which label beside a figure belongs to which place in it: in the order that makes the lines between them cross
/// nothing, then keeps them short. Any thread.
///
/// @param order index of the place whose label stands first, second, ...
/// @param lines from a place to its label, in the order of the places
record Leaders(List<Integer> order, List<Line> lines) {
    /// Between a line and a mark that is not its own, in pixels.
    private static final double CLEAR = 10;

    private static final double CROSSING = 1e6;
    private static final double TOUCHING = 100;

    record Line(Point2D from, Point2D to) {
        double length() {
            return from.distance(to);
        }

        double distance(Point2D point) {
            Point2D along = to.subtract(from);
            double squared = Math.max(1e-9, along.dotProduct(along));
            double part = Math.clamp(point.subtract(from).dotProduct(along) / squared, 0, 1);
            return point.distance(from.add(along.multiply(part)));
        }

        boolean crosses(Line other) {
            return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
        }

        private double side(Point2D point) {
            Point2D along = to.subtract(from);
            Point2D off = point.subtract(from);
            return along.getX() * off.getY() - along.getY() * off.getX();
        }
    }

    /// A place in the figure, where it is marked, and where its line may begin.
    record Place(Point2D at, List<Point2D> ends) {
        /// The end nearest to the label.
        Line to(Point2D label) {
            Point2D best = ends.getFirst();
            for (Point2D end : ends) if (end.distance(label) < best.distance(label)) best = end;
            return new Line(best, label);
        }
    }

    Leaders {
        order = List.copyOf(order);
        lines = List.copyOf(lines);
    }

    /// @param heights of the labels, in the order of the places; they are spread evenly
    /// @param left    of the labels
    static Leaders of(
            List<Place> places, List<Double> heights, double left, double top, double height) {
        Leaders best = new Leaders(List.of(), List.of());
        double least = Double.MAX_VALUE;
        for (List<Integer> order : orders(places.size())) {
            List<Point2D> labels = labels(order, heights, left, top, height);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) lines.add(places.get(i).to(labels.get(i)));
            double cost = cost(places, lines);
            if (cost >= least) continue;
            least = cost;
            best = new Leaders(order, lines);
        }
        return best;
    }

    /// Where the lines end, in the order of the places.
    private static List<Point2D> labels(
            List<Integer> order, List<Double> heights, double left, double top, double height) {
        double free = height - heights.stream().mapToDouble(each -> each).sum();
        double gap = free / heights.size();
        Point2D[] labels = new Point2D[heights.size()];
        double y = top + gap / 2;
        for (int place : order) {
            labels[place] = new Point2D(left, y + heights.get(place) / 2);
            y += heights.get(place) + gap;
        }
        return List.of(labels);
    }

    private static double cost(List<Place> places, List<Line> lines) {
        double cost = 0;
        for (int i = 0; i < lines.size(); i++) {
            cost += lines.get(i).length();
            for (int j = 0; j < lines.size(); j++) {
                if (i == j) continue;
                if (lines.get(i).crosses(lines.get(j))) cost += CROSSING;
                double near = lines.get(i).distance(places.get(j).at());
                cost += TOUCHING * Math.max(0, CLEAR - near);
            }
        }
        return cost;
    }

    /// All orders of so many, the natural one first.
    private static List<List<Integer>> orders(int count) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int next = 0; next < count; next++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int at = order.size(); at >= 0; at--) {
                    List<Integer> with = new ArrayList<>(order);
                    with.add(at, next);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }
}
