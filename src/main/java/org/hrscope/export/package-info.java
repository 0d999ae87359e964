/// What leaves the program, each form one sink: annotated pictures, COCO, CSV, OpenPose, NumPy.
@NullMarked
package org.hrscope.export;

import org.jspecify.annotations.NullMarked;
