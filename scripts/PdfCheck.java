// veraPDF from its library: java -cp CLASSES PdfCheck.java ua1|3u FILE...  Ends with 1 when a file breaks a rule.
import java.io.File;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

public class PdfCheck {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        boolean sound = true;
        for (int index = 1; index < arguments.length; index++) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[index]), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                sound &= result.isCompliant();
                System.out.printf("%s: %s, %d checks, %d rules broken%n", arguments[index], flavour,
                        result.getTotalAssertions(), result.getFailedChecks().size());
                for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
                    tell(result, broken.getKey(), broken.getValue());
                }
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static void tell(ValidationResult result, RuleId rule, int times) {
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getRuleId().equals(rule)) {
                System.out.printf("  %s-%d, %d times: %s%n    first at %s%n", rule.getClause(), rule.getTestNumber(),
                        times, each.getMessage(), each.getLocation().getContext());
                return;
            }
        }
    }
}
