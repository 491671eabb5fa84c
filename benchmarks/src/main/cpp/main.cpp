// Times one method on one problem and keeps what it computed, for the Java program to compare.
#include "brusselator.hpp"
#include "bundle.hpp"
#include "determinant.hpp"
#include "gmm.hpp"
#include "inputs.hpp"
#include "least_squares.hpp"
#include "log_sum_exp.hpp"
#include "lstm.hpp"
#include "n_body.hpp"
#include "network.hpp"
#include "runge_kutta.hpp"
#include "springs.hpp"
#include <chrono>
#include <cstdio>
#include <functional>
#include <limits>
#include <memory>

template <class Problem>
std::unique_ptr<Peer> gradient_peer(Problem problem, std::vector<double> x) {
    return std::make_unique<GradientPeer<Problem>>(std::move(problem), std::move(x));
}

static std::unique_ptr<Peer> peer(const std::string &family, const Inputs &in) {
    const auto &s = in.sizes;
    const auto &a = in.arrays;
    if (family == "log-sum-exp") return gradient_peer(LogSumExp{s[0]}, in.variables(1));
    if (family == "least-squares") return gradient_peer(LeastSquares{s[0], s[1], a[1], a[2]}, in.variables(1));
    if (family == "gmm") return gradient_peer(Gmm{s[0], s[1], s[2], s[3], a[3], a[4][0]}, in.variables(3));
    if (family == "runge-kutta") return gradient_peer(RungeKutta{s[0], s[1]}, in.variables(1));
    if (family == "n-body" || family == "n-body-objects") return gradient_peer(NBody{s[0], s[1], a[2], a[3][0]}, in.variables(2));
    if (family == "determinant") return gradient_peer(Determinant{s[0]}, in.variables(1));
    if (family == "lstm") return gradient_peer(Lstm{s[0], s[1], s[2], a[2], a[3]}, in.variables(2));
    if (family == "bundle-adjustment") return std::make_unique<Bundle>(in);
    if (family == "brusselator") return gradient_peer(Brusselator{s[0], s[1], a[2][0], a[2][1]}, in.variables(2));
    if (family == "springs") return gradient_peer(Springs{s[0], s[1], a[2][0], a[2][1], a[2][2], a[2][3]}, in.variables(2));
    if (family == "network") return gradient_peer(Network{s[0], s[1], s[2], s[3], a[4], a[5]}, in.variables(4));
    throw std::runtime_error("there is no problem " + family);
}

static volatile double sink;

static double seconds(const std::function<double()> &call, long calls) {
    auto start = std::chrono::steady_clock::now();
    double sum = 0;
    for (long i = 0; i < calls; i++) sum += call();
    auto end = std::chrono::steady_clock::now();
    sink = sum;
    return std::max(1e-9, std::chrono::duration<double>(end - start).count());
}

static void time(const std::string &method, const std::function<double()> &call, int rounds, double sample, double limit) {
    double estimate = seconds(call, 1);
    long calls = std::max(1L, long(sample / estimate));
    estimate = seconds(call, calls) / calls;
    calls = std::max(1L, long(sample / estimate));
    std::printf("%s -1", method.c_str());
    for (int round = 0; round == 0 || (round < rounds && (round + 1) * std::max(estimate, sample) <= limit); round++) {
        std::printf(" %.9g", seconds(call, calls) / calls * 1e9);
    }
    std::printf("\n");
}

// Arguments: family, method, file of inputs, file for value and derivative, rounds, seconds of a sample, limit in seconds.
int main(int count, char **arguments) try {
    if (count != 8) throw std::runtime_error("seven arguments are needed");
    std::string family = arguments[1], method = arguments[2];
    std::unique_ptr<Peer> problem = peer(family, Inputs(arguments[3]));
    std::vector<double> derivative(method == "CPP_PRIMAL" ? 0 : problem->derivatives());
    std::function<double()> call;
    if (method == "CPP_PRIMAL") call = [&] { return problem->primal(); };
    if (method == "CPP_HAND") call = [&] { return problem->hand(derivative.data()); };
#ifdef WITH_ADOLC
    if (method == "ADOLC") {
        problem->record();
        call = [&] {
            problem->adolc(derivative.data());
            return derivative[0];
        };
    }
#endif
    if (!call) throw std::runtime_error("there is no method " + method);
    double value = method == "ADOLC" ? problem->primal() : call();
    time(method, call, std::stoi(arguments[5]), std::stod(arguments[6]), std::stod(arguments[7]));
    std::ofstream out(arguments[4], std::ios::binary);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.write(reinterpret_cast<const char *>(&value), sizeof value);
    out.write(reinterpret_cast<const char *>(derivative.data()), derivative.size() * sizeof(double));
    return 0;
} catch (const std::exception &failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
}
