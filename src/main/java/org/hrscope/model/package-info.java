/// The words of the field as records: frames, boxes, keypoints, heatmaps, skeletons. Imports nothing of ours.
@NullMarked
package org.hrscope.model;

import org.jspecify.annotations.NullMarked;
