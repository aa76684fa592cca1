#include <gtest/gtest.h>

#include <fstream>

#include "extract/mapped_file.h"
#include "extract/sha256.h"
#include "refusal.h"
#include "shelf.h"

namespace {

using namespace quarterdeck;
using namespace quarterdeck::plugins;

// Test 2 of RFC 8032, section 7.1: a key, and its signature of the one byte 0x72.
constexpr const char* private_pem =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n-----END PRIVATE "
    "KEY-----\n";
constexpr const char* public_key = "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";
constexpr const char* signature_of_r =
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==\n";
// Another key, without its private half.
constexpr const char* other_key = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

/// A directory with the good plugin and what a test writes.
class TrustedSite : public testing::Test {
protected:
    TrustedSite()
        : directory(std::filesystem::path(testing::TempDir()) /
                    testing::UnitTest::GetInstance()->current_test_info()->name()) {
        std::filesystem::remove_all(directory);
        std::filesystem::create_directory(directory);
        std::filesystem::copy_file(shelf::file("good"), plugin());
    }
    ~TrustedSite() override { std::filesystem::remove_all(directory); }

    std::filesystem::path plugin() const { return directory / "good.so"; }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream(directory / name, std::ios::binary) << text;
        return directory / name;
    }
    Trust trust(const std::string& entries) const { return Trust::read(write("trust.yaml", "plugins:\n" + entries)); }
    std::string bytes() const { return std::string(extract::MappedFile(plugin()).bytes()); }
    void sign_plugin() const { write("good.so.sig", sign(write("key.pem", private_pem), bytes()).signature); }

    /// Why the plugin is refused; empty when it takes part and is called verified.
    std::string refusal(const Trust& trust) const {
        const Fleet fleet = Fleet::launch(directory, {}, trust);
        if (fleet.refused().empty()) return fleet.loaded().at(0).verified ? "" : "not verified";
        EXPECT_TRUE(fleet.loaded().empty());
        EXPECT_FALSE(fleet.refused()[0].remedy.empty());
        return fleet.refused()[0].what;
    }
    std::string refused_file(const std::string& entries) const {
        try {
            trust(entries);
            return "not refused";
        } catch (const Refusal& refusal) {
            return refusal.what();
        }
    }

    std::filesystem::path directory;
};

TEST_F(TrustedSite, SignatureIsThatOfTheStandard) {
    const Signed made = sign(write("key.pem", private_pem), "r");
    EXPECT_EQ(made.signature, signature_of_r);
    EXPECT_EQ(made.public_key, public_key);
    EXPECT_TRUE(PublicKey::from_text(public_key)->signed_by_owner("r", signature_of_r));
    EXPECT_FALSE(PublicKey::from_text(public_key)->signed_by_owner("s", signature_of_r));
    EXPECT_FALSE(PublicKey::from_text(other_key)->signed_by_owner("r", signature_of_r));
}

TEST_F(TrustedSite, WithoutATrustFilePluginsRunUnverified) {
    EXPECT_EQ(refusal({}), "not verified");
}

TEST_F(TrustedSite, BuildIsAcceptedByItsChecksum) {
    EXPECT_EQ(refusal(trust("  - {id: good, sha256: " + extract::sha256(bytes()) + "}\n")), "");
}

TEST_F(TrustedSite, BuildIsAcceptedByItsProgrammesSignature) {
    sign_plugin();
    EXPECT_EQ(refusal(trust(std::string("  - {id: good, public_key: ") + public_key + "}\n")), "");
}

TEST_F(TrustedSite, UnsignedBuildIsRefusedWithItsChecksum) {
    EXPECT_EQ(refusal(trust(std::string("  - {id: good, public_key: ") + public_key + "}\n")),
              "The trust file trust.yaml doesn't accept this build: no signature stands beside it, and its SHA-256, " +
                  extract::sha256(bytes()) + ", isn't listed.");
}

TEST_F(TrustedSite, BuildThatWasChangedAfterItWasSignedIsRefused) {
    sign_plugin();
    write("good.so", bytes() + "x");
    EXPECT_NE(refusal(trust(std::string("  - {id: good, public_key: ") + public_key + "}\n"))
                  .find("the signature beside it is by none of its keys"),
              std::string::npos);
}

TEST_F(TrustedSite, KeyOfOneProgrammeDoesNotSignForAnother) {
    sign_plugin();
    EXPECT_EQ(refusal(trust(std::string("  - {id: imaging, public_key: ") + public_key +
                            "}\n  - {id: good, public_key: " + other_key + "}\n")),
              "It describes the programme good, but the trust file trust.yaml accepts its build for imaging only.");
}

TEST_F(TrustedSite, VerifiedPluginWinsOverAnotherOfItsIdThatComesFirst) {
    std::filesystem::copy_file(shelf::file("same_programme"), directory / "a_copy.so");
    const Fleet fleet =
        Fleet::launch(directory, {}, trust("  - {id: good, sha256: " + extract::sha256(bytes()) + "}\n"));
    ASSERT_EQ(fleet.loaded().size(), 1U);
    EXPECT_EQ(fleet.loaded()[0].file, plugin());
    ASSERT_EQ(fleet.refused().size(), 1U);
    EXPECT_EQ(fleet.refused()[0].file, directory / "a_copy.so");
}

TEST_F(TrustedSite, FaultyTrustFileIsRefusedWithItsLine) {
    EXPECT_EQ(refused_file("  - {id: good}\n"),
              "trust.yaml, line 2: expected either sha256 or public_key beside the id good.");
    EXPECT_EQ(refused_file("  - {id: good, sha256: abc}\n"),
              "trust.yaml, line 2: sha256 must be 64 hexadecimal digits in lower case, as sha256sum prints them.");
    EXPECT_EQ(refused_file("  - {id: good, public_key: abc}\n"),
              "trust.yaml, line 2: public_key must be an Ed25519 key, the line between BEGIN and END of a PEM file.");
    EXPECT_EQ(refused_file(std::string("  - {id: good, public_key: ") + public_key +
                           "}\n  - {id: imaging, public_key: " + public_key + "}\n"),
              "trust.yaml, line 3: the key of imaging is the key of good, too; each programme signs with a key of its "
              "own.");
}

TEST_F(TrustedSite, KeyThatCannotSignIsRefused) {
    EXPECT_THROW(sign(write("key.pem", "no key\n"), "r"), Refusal);
    EXPECT_THROW(sign(directory / "absent.pem", "r"), Refusal);
}

}  // namespace
