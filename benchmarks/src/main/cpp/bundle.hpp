// As ADBench defines it: blocks of two rows by 11 numbers of a camera, 3 of a point and a weight.
#pragma once
#include "inputs.hpp"
#include "peer.hpp"

struct Bundle final : Peer {
    static constexpr int CAMERA = 11, COLUMNS = 15;
    Inputs in;
    int observations;

    explicit Bundle(Inputs inputs) : in(std::move(inputs)), observations(in.sizes[2]) {}

    const double *camera(int i) const { return &in.arrays[0][CAMERA * int(in.arrays[4][i])]; }
    const double *point(int i) const { return &in.arrays[1][3 * int(in.arrays[5][i])]; }
    double weight(int i) const { return in.arrays[2][i]; }
    const double *feature(int i) const { return &in.arrays[3][2 * i]; }

    size_t derivatives() const override { return size_t(observations) * (2 * COLUMNS + 1); }

    template <class T, class Feature>
    static void error(const T *camera, const T *point, const T &weight, const Feature *feature, T *error) {
        using std::cos;
        using std::sin;
        using std::sqrt;
        T p[3], r[3];
        for (int i = 0; i < 3; i++) p[i] = point[i] - camera[3 + i];
        T square = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
        if (square == 0) {
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3, k = (i + 2) % 3;
                r[i] = p[i] + camera[j] * p[k] - camera[k] * p[j];
            }
        } else {
            T angle = sqrt(square), cosine = cos(angle), sine = sin(angle);
            T axis[3] = {camera[0] / angle, camera[1] / angle, camera[2] / angle};
            T along = (axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2]) * (1 - cosine);
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3, k = (i + 2) % 3;
                r[i] = p[i] * cosine + (axis[j] * p[k] - axis[k] * p[j]) * sine + axis[i] * along;
            }
        }
        T x = r[0] / r[2], y = r[1] / r[2], radius = x * x + y * y;
        T scale = (1 + camera[9] * radius + camera[10] * radius * radius) * camera[6];
        error[0] = weight * (x * scale + camera[7] - feature[0]);
        error[1] = weight * (y * scale + camera[8] - feature[1]);
    }

    double primal() override {
        double sum = 0;
        for (int i = 0; i < observations; i++) {
            double e[2];
            error(camera(i), point(i), weight(i), feature(i), e);
            sum += e[0] + e[1] + 1 - weight(i) * weight(i);
        }
        return sum;
    }

    double hand(double *jacobian) override {
        double sum = 0;
        for (int i = 0; i < observations; i++) {
            sum += block(camera(i), point(i), weight(i), feature(i), jacobian + size_t(i) * 2 * COLUMNS);
            sum += 1 - weight(i) * weight(i);
            jacobian[size_t(observations) * 2 * COLUMNS + i] = -2 * weight(i);
        }
        return sum;
    }

#ifdef WITH_ADOLC
    // One tape serves all observations: what differs, the feature too, is an input. The weight's own error is a second tape.
    void record() override {
        adouble v[COLUMNS + 2], e[2];
        double x[COLUMNS + 2], out;
        gather(0, x);
        trace_on(1);
        for (int i = 0; i < COLUMNS + 2; i++) v[i] <<= x[i];
        error(v, v + CAMERA, v[14], v + COLUMNS, e);
        e[0] >>= out;
        e[1] >>= out;
        trace_off();
        trace_on(2);
        adouble w;
        w <<= x[14];
        adouble r = 1 - w * w;
        r >>= out;
        trace_off();
    }

    void adolc(double *result) override {
        double x[COLUMNS + 2], first[COLUMNS + 2], second[COLUMNS + 2], *rows[] = {first, second};
        for (int i = 0; i < observations; i++) {
            gather(i, x);
            jacobian(1, 2, COLUMNS + 2, x, rows);
            for (int row = 0; row < 2; row++) std::copy(rows[row], rows[row] + COLUMNS, result + (2 * size_t(i) + row) * COLUMNS);
            double w = weight(i);
            gradient(2, 1, &w, result + size_t(observations) * 2 * COLUMNS + i);
        }
    }

    void gather(int i, double *x) const {
        std::copy(camera(i), camera(i) + CAMERA, x);
        std::copy(point(i), point(i) + 3, x + CAMERA);
        x[14] = weight(i);
        std::copy(feature(i), feature(i) + 2, x + COLUMNS);
    }
#endif

private:
    static double block(const double *camera, const double *point, double weight, const double *feature, double *j) {
        double p[3] = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
        double angle = std::sqrt(camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2]);
        double c = std::cos(angle), s = angle == 0 ? 1 : std::sin(angle), inverse = angle == 0 ? 1 : 1 / angle;
        double w[3] = {camera[0] * inverse, camera[1] * inverse, camera[2] * inverse}, rest = 1 - c;
        double R[3][3] = {{c + w[0] * w[0] * rest, w[0] * w[1] * rest - w[2] * s, w[0] * w[2] * rest + w[1] * s},
                {w[0] * w[1] * rest + w[2] * s, c + w[1] * w[1] * rest, w[1] * w[2] * rest - w[0] * s},
                {w[0] * w[2] * rest - w[1] * s, w[1] * w[2] * rest + w[0] * s, c + w[2] * w[2] * rest}};
        double r[3];
        for (int i = 0; i < 3; i++) r[i] = R[i][0] * p[0] + R[i][1] * p[1] + R[i][2] * p[2];
        double depth = 1 / r[2], x = r[0] * depth, y = r[1] * depth, radius = x * x + y * y;
        double k1 = camera[9], k2 = camera[10], wf = weight * camera[6];
        double distortion = 1 + k1 * radius + k2 * radius * radius, slope = 2 * (k1 + 2 * k2 * radius);
        double xx = wf * (distortion + slope * x * x), xy = wf * slope * x * y, yy = wf * (distortion + slope * y * y);
        double m[2][3] = {{xx * depth, xy * depth, -(xx * x + xy * y) * depth}, {xy * depth, yy * depth, -(xy * x + yy * y) * depth}};
        double picture[2] = {x, y}, sum = 0;
        for (int row = 0; row < 2; row++, j += COLUMNS) {
            rotation(p, m[row], w, angle, inverse, c, s, j);
            for (int i = 0; i < 3; i++) {
                j[CAMERA + i] = R[0][i] * m[row][0] + R[1][i] * m[row][1] + R[2][i] * m[row][2];
                j[3 + i] = -j[CAMERA + i];
            }
            double e = picture[row] * distortion * camera[6] + camera[7 + row] - feature[row];
            j[6] = weight * distortion * picture[row];
            j[7 + row] = weight;
            j[8 - row] = 0;
            j[9] = wf * picture[row] * radius;
            j[10] = j[9] * radius;
            j[14] = e;
            sum += weight * e;
        }
        return sum;
    }

    static void rotation(const double *p, const double *m, const double *w, double angle, double inverse, double c, double s, double *j) {
        double x[3] = {p[1] * m[2] - p[2] * m[1], p[2] * m[0] - p[0] * m[2], p[0] * m[1] - p[1] * m[0]};
        if (angle == 0) {
            std::copy(x, x + 3, j);
            return;
        }
        double wp = dot(w, p, 3), wm = dot(w, m, 3), wx = dot(w, x, 3), rest = 1 - c;
        double by_angle = -s * dot(m, p, 3) + c * wx + s * wp * wm, along = s * wx + 2 * rest * wp * wm;
        for (int i = 0; i < 3; i++) {
            j[i] = (s * x[i] + rest * (wm * p[i] + wp * m[i]) - w[i] * along) * inverse + w[i] * by_angle;
        }
    }
};
