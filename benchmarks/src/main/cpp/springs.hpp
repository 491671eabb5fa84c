#pragma once
#include "peer.hpp"
#include <memory>

struct Springs {
    int springs, steps;
    double drag, h, target_x, target_y;

    static constexpr double SPACING = 0.1, LENGTH = 0.08, MASS = 0.05, GRAVITY = 9.81;

    template <class T>
    struct Mass {
        T x, y, vx = 0, vy = 0, fx = 0, fy = 0;
    };
    template <class T>
    struct Force {
        virtual ~Force() = default;
        virtual void act() = 0;
    };
    template <class T>
    struct Spring final : Force<T> {
        Mass<T> &a, &b;
        T stiffness, damping;
        Spring(Mass<T> &a, Mass<T> &b, T stiffness, T damping) : a(a), b(b), stiffness(stiffness), damping(damping) {}
        void act() override {
            using std::sqrt;
            T dx = b.x - a.x, dy = b.y - a.y, distance = sqrt(dx * dx + dy * dy);
            T ux = dx / distance, uy = dy / distance;
            T speed = (b.vx - a.vx) * ux + (b.vy - a.vy) * uy;
            T tension = stiffness * (distance - LENGTH) + damping * speed;
            a.fx += tension * ux;
            a.fy += tension * uy;
            b.fx -= tension * ux;
            b.fy -= tension * uy;
        }
    };
    template <class T>
    struct Weight final : Force<T> {
        Mass<T> &mass;
        explicit Weight(Mass<T> &mass) : mass(mass) {}
        void act() override { mass.fy -= GRAVITY * MASS; }
    };
    template <class T>
    struct Drag final : Force<T> {
        Mass<T> &mass;
        double coefficient;
        Drag(Mass<T> &mass, double coefficient) : mass(mass), coefficient(coefficient) {}
        void act() override {
            mass.fx -= coefficient * mass.vx;
            mass.fy -= coefficient * mass.vy;
        }
    };

    template <class T>
    T value(const T *x) const {
        std::vector<Mass<T>> masses(springs + 1);
        std::vector<std::unique_ptr<Force<T>>> forces;
        for (int i = 0; i <= springs; i++) {
            masses[i].x = SPACING * i;
            masses[i].y = 0;
        }
        for (int i = 0; i < springs; i++) {
            forces.push_back(std::make_unique<Spring<T>>(masses[i], masses[i + 1], x[i], x[springs]));
            forces.push_back(std::make_unique<Weight<T>>(masses[i + 1]));
            forces.push_back(std::make_unique<Drag<T>>(masses[i + 1], drag));
        }
        for (int step = 0; step < steps; step++) {
            for (auto &force : forces) force->act();
            for (int i = 0; i <= springs; i++) {
                Mass<T> &m = masses[i];
                if (i > 0) {
                    m.vx += h * m.fx / MASS;
                    m.vy += h * m.fy / MASS;
                    m.x += h * m.vx;
                    m.y += h * m.vy;
                }
                m.fx = m.fy = 0;
            }
        }
        T dx = masses[springs].x - target_x, dy = masses[springs].y - target_y;
        return dx * dx + dy * dy;
    }

    // In arrays: x, y, vx, vy of each step are kept, forces computed again.
    double hand(const double *p, double *gradient) const {
        int m = springs + 1;
        std::vector<double> states(size_t(steps + 1) * 4 * m), f(2 * m), b(4 * m), fb(2 * m);
        for (int i = 0; i < m; i++) states[i] = SPACING * i;
        for (int step = 0; step < steps; step++) {
            double *now = &states[size_t(step) * 4 * m], *next = now + 4 * m;
            forces(p, now, f.data());
            next[0] = now[0];
            next[m] = now[m];
            for (int i = 1; i < m; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    double v = now[(2 + axis) * m + i] + h / MASS * f[axis * m + i];
                    next[(2 + axis) * m + i] = v;
                    next[axis * m + i] = now[axis * m + i] + h * v;
                }
            }
        }
        const double *last = &states[size_t(steps) * 4 * m];
        double dx = last[m - 1] - target_x, dy = last[2 * m - 1] - target_y;
        b[m - 1] = 2 * dx;
        b[2 * m - 1] = 2 * dy;
        fill(gradient, springs + 1, 0);
        for (int step = steps - 1; step >= 0; step--) {
            for (int axis = 0; axis < 2; axis++) {
                for (int i = 1; i < m; i++) {
                    double v = b[(2 + axis) * m + i] + h * b[axis * m + i];
                    fb[axis * m + i] = h / MASS * v;
                    b[(2 + axis) * m + i] = v - drag * fb[axis * m + i];
                }
            }
            pull_back_forces(p, &states[size_t(step) * 4 * m], fb.data(), b.data(), gradient);
        }
        return dx * dx + dy * dy;
    }

private:
    void forces(const double *p, const double *s, double *f) const {
        int m = springs + 1;
        double pull_x = 0, pull_y = 0;
        for (int i = springs; i > 0; i--) {
            double dx = s[i] - s[i - 1], dy = s[m + i] - s[m + i - 1], distance = std::sqrt(dx * dx + dy * dy);
            double ux = dx / distance, uy = dy / distance;
            double speed = (s[2 * m + i] - s[2 * m + i - 1]) * ux + (s[3 * m + i] - s[3 * m + i - 1]) * uy;
            double tension = p[i - 1] * (distance - LENGTH) + p[springs] * speed;
            f[i] = pull_x - tension * ux - drag * s[2 * m + i];
            f[m + i] = pull_y - tension * uy - drag * s[3 * m + i] - GRAVITY * MASS;
            pull_x = tension * ux;
            pull_y = tension * uy;
        }
    }

    void pull_back_forces(const double *p, const double *s, const double *fb, double *b, double *gradient) const {
        int m = springs + 1;
        for (int i = 1; i < m; i++) {
            double dx = s[i] - s[i - 1], dy = s[m + i] - s[m + i - 1];
            double dvx = s[2 * m + i] - s[2 * m + i - 1], dvy = s[3 * m + i] - s[3 * m + i - 1];
            double distance = std::sqrt(dx * dx + dy * dy), inverse = 1 / distance, ux = dx * inverse, uy = dy * inverse;
            double speed = dvx * ux + dvy * uy, stretch = distance - LENGTH;
            double tension = p[i - 1] * stretch + p[springs] * speed;
            double qx = fb[i - 1] - fb[i], qy = fb[m + i - 1] - fb[m + i], tension_b = qx * ux + qy * uy;
            gradient[i - 1] += tension_b * stretch;
            gradient[springs] += tension_b * speed;
            double speed_b = tension_b * p[springs];
            double ux_b = tension * qx + speed_b * dvx, uy_b = tension * qy + speed_b * dvy;
            double along = tension_b * p[i - 1] - (ux_b * ux + uy_b * uy) * inverse;
            double amounts[] = {ux_b * inverse + along * ux, uy_b * inverse + along * uy, speed_b * ux, speed_b * uy};
            for (int c = 0; c < 4; c++) {
                b[c * m + i] += amounts[c];
                b[c * m + i - 1] -= amounts[c];
            }
        }
    }
};
