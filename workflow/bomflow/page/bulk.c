/* The loops of plain.py over the engine's functions, called through ctypes. Plain C: no headers, no
 * Python API. Arithmetic is that of plain.py, in double precision and in the same order, so that both
 * give the same bits (hence -ffp-contract=off).
 */

typedef void *handle;
typedef unsigned long long word; /* a handle as Python keeps it */

struct engine {
    handle (*page_object)(handle, int);
    handle (*form_object)(handle, unsigned long);
    int (*type)(handle);
    int (*bounds)(handle, float *, float *, float *, float *);
    int (*matrix)(handle, float *);
    int (*draw_mode)(handle, int *, int *);
    int (*segment_count)(handle);
    handle (*segment)(handle, int);
    int (*segment_type)(handle);
    int (*segment_point)(handle, float *, float *);
    int (*segment_close)(handle);
    handle (*owner)(handle, int);
    unsigned (*unicode)(handle, int);
    int (*loose_box)(handle, int, float *);
    int (*map_error)(handle, int);
    int (*is_generated)(handle, int);
    int (*render_mode)(handle);
    int (*char_matrix)(handle, int, float *);
    double (*font_size)(handle, int);
    int (*char_origin)(handle, int, double *, double *);
    handle (*clip_path)(handle);
    int (*clip_count)(handle);
};

/* As in answers.py: the types of objects, the fields of Lettering. */
enum { KINDS = 6, GENERATED = -1 };
struct lettering {
    double mode, a, b, c, d, size, x, y, clips;
};

static struct engine ask;

/* Changed together with bulk.py. */
int version(void) { return 2; }

void bind(const struct engine *functions) { ask = *functions; }

static handle object_of(handle holder, int in_form, int i) {
    return in_form ? ask.form_object(holder, (unsigned long)i) : ask.page_object(holder, i);
}

/* Handles of the first `count` objects of a page or form, sorted by type; `counts` of each type.
 * `found` and `kinds` are room for as many: each object is looked at once, as memory is what costs.
 */
void objects(handle holder, int in_form, int count, word *found, unsigned char *kinds,
             word *handles, int *counts) {
    word *next[KINDS];
    int i, kind;
    for (kind = 0; kind < KINDS; kind++)
        counts[kind] = 0;
    for (i = 0; i < count; i++) {
        handle object = object_of(holder, in_form, i);
        found[i] = (word)object;
        kinds[i] = (unsigned char)ask.type(object);
        counts[kinds[i]]++;
    }
    for (kind = 0; kind < KINDS; handles += counts[kind++])
        next[kind] = handles;
    for (i = 0; i < count; i++)
        *next[kinds[i]]++ = found[i];
}

/* Widen a box, which starts as the first point, so that it holds a point moved by a matrix. */
static void hold(double *box, const double *m, double x, double y, int first) {
    double at[2];
    int k;
    at[0] = m[0] * x + m[2] * y + m[4];
    at[1] = m[1] * x + m[3] * y + m[5];
    for (k = 0; k < 2; k++) {
        if (first || at[k] < box[k])
            box[k] = at[k];
        if (first || at[k] > box[k + 2])
            box[k + 2] = at[k];
    }
}

/* Bounds of an object as the engine has them; 0: it has none. */
static int bounds_of(handle object, const double *outer, double *box) {
    float b[4];
    int k;
    if (!ask.bounds(object, b, b + 1, b + 2, b + 3))
        return 0;
    for (k = 0; k < 4; k++) {
        if (outer)
            hold(box, outer, b[k & 2], b[(k & 1) ? 3 : 1], !k);
        else
            box[k] = b[k];
    }
    return 1;
}

/* Bounds of at most `most` points of a path; 0: it has none. */
static int measure(handle path, int most, const double *outer, double *box) {
    int i, count = ask.segment_count(path);
    float own[6], x, y;
    double m[6];
    ask.matrix(path, own);
    if (outer) {
        for (i = 0; i < 6; i += 2) {
            m[i] = own[i] * outer[0] + own[i + 1] * outer[2];
            m[i + 1] = own[i] * outer[1] + own[i + 1] * outer[3];
        }
        m[4] += outer[4];
        m[5] += outer[5];
    } else {
        for (i = 0; i < 6; i++)
            m[i] = own[i];
    }
    for (i = 0; i < count && i < most; i++) {
        ask.segment_point(ask.segment(path, i), &x, &y);
        hold(box, m, x, y, !i);
    }
    return count > 0;
}

static int passes(const double *box, const double *region, double shortest) {
    return (box[2] - box[0] >= shortest || box[3] - box[1] >= shortest) &&
           !(box[2] < region[0] || box[0] > region[2] || box[3] < region[1] || box[1] > region[3]);
}

/* Which of `count` objects touch `region` and have a side of at least `shortest`: their handles and
 * bounds are written, how many there are is returned. `outer`: the matrix of the forms around them,
 * or null. With `measured` they are paths, and so many of their points at most make their bounds.
 */
int within(const word *handles, int count, const double *outer, const double *region,
           double shortest, int measured, word *found, double *boxes) {
    int i, kept = 0;
    for (i = 0; i < count; i++) {
        handle object = (handle)handles[i];
        double *box = boxes + 4 * kept;
        if (bounds_of(object, outer, box) && passes(box, region, shortest) &&
            (!measured ||
             (measure(object, measured, outer, box) && passes(box, region, shortest))))
            found[kept++] = handles[i];
    }
    return kept;
}

/* A path: its matrix, whether it is drawn, and of its first `most` segments the points in its own
 * units, the types, and whether each closes its figure. Returns how many segments it has.
 */
int segments(handle path, int most, double *matrix, int *drawn, float *points,
             unsigned char *types, unsigned char *closes) {
    int i, fill = 0, stroke = 0, count = ask.segment_count(path);
    float own[6];
    ask.draw_mode(path, &fill, &stroke);
    *drawn = fill || stroke;
    ask.matrix(path, own);
    for (i = 0; i < 6; i++)
        matrix[i] = own[i];
    for (i = 0; i < count && i < most; i++) {
        handle segment = ask.segment(path, i);
        ask.segment_point(segment, points + 2 * i, points + 2 * i + 1);
        types[i] = (unsigned char)ask.segment_type(segment);
        closes[i] = (unsigned char)ask.segment_close(segment);
    }
    return count < 0 ? 0 : count;
}

/* For each of the first `count` characters whether the font does not say what it prints. */
void unmapped(handle text, int count, unsigned char *errors) {
    int i;
    for (i = 0; i < count; i++)
        errors[i] = ask.map_error(text, i) == 1;
}

static void letter(handle text, int i, handle owner, struct lettering *out) {
    handle clip;
    float m[6];
    out->mode = GENERATED;
    if (ask.is_generated(text, i))
        return;
    out->mode = ask.render_mode(owner);
    ask.char_matrix(text, i, m);
    out->a = m[0];
    out->b = m[1];
    out->c = m[2];
    out->d = m[3];
    out->size = ask.font_size(text, i);
    ask.char_origin(text, i, &out->x, &out->y);
    clip = ask.clip_path(owner);
    out->clips = clip ? ask.clip_count(clip) : 0;
}

/* Text object (0: made up by the engine), code, loose box (left, top, right, bottom as the engine
 * writes them) and lettering of `count` characters from `first` on.
 */
void characters(handle text, int first, int count, word *owners, unsigned *codes, float *boxes,
                struct lettering *styles) {
    int i;
    for (i = 0; i < count; i++) {
        handle owner = ask.owner(text, first + i);
        owners[i] = (word)owner;
        codes[i] = ask.unicode(text, first + i);
        ask.loose_box(text, first + i, boxes + 4 * i);
        if (owner)
            letter(text, first + i, owner, styles + i);
    }
}
