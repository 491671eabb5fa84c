// What poses a problem, as the Java program wrote it: counts, then arrays, in the byte order of this machine.
#pragma once
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

struct Inputs {
    std::vector<int32_t> sizes;
    std::vector<std::vector<double>> arrays;

    explicit Inputs(const std::string &file) {
        std::ifstream in(file, std::ios::binary);
        in.exceptions(std::ios::failbit | std::ios::badbit);
        sizes.resize(count(in));
        in.read(reinterpret_cast<char *>(sizes.data()), sizes.size() * sizeof(int32_t));
        arrays.resize(count(in));
        for (auto &array : arrays) {
            array.resize(count(in));
            in.read(reinterpret_cast<char *>(array.data()), array.size() * sizeof(double));
        }
    }

    // The first arrays, one after the other.
    std::vector<double> variables(size_t number) const {
        std::vector<double> all;
        for (size_t i = 0; i < number; i++) {
            all.insert(all.end(), arrays[i].begin(), arrays[i].end());
        }
        return all;
    }

private:
    static int32_t count(std::ifstream &in) {
        int32_t number;
        in.read(reinterpret_cast<char *>(&number), sizeof number);
        return number;
    }
};
