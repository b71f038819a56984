import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/**
 * Says what AWS's own matcher thinks: on stdin a JSON list of patterns, each with its events, all as JSON texts; on
 * stdout a JSON list with, for each pattern, why it is refused or whether it fires for each event.
 */
public class Engine {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws Exception {
    int mostComplex = Integer.parseInt(arguments[0]);
    ArrayNode answers = JSON.createArrayNode();
    for (JsonNode asked : JSON.readTree(System.in)) {
      Object machine = read(asked.get("pattern").asText(), mostComplex);
      if (machine instanceof String) answers.add((String) machine);
      else answers.add(verdicts((Machine) machine, asked.get("events")));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(JSON.writeValueAsString(answers));
  }

  /** The machine of a pattern, or why it is refused. Unchecked, addRule would read a bad $or as the name of a field. */
  private static Object read(String pattern, int mostComplex) {
    try {
      String problem = JsonRuleCompiler.check(pattern);
      if (problem != null) return problem.split("\n")[0];
      Machine machine = Machine.builder().build();
      machine.addRule("rule", pattern);
      int complexity = machine.evaluateComplexity(new MachineComplexityEvaluator(mostComplex + 1));
      return complexity > mostComplex ? "Rule is too complex" : machine;
    } catch (Exception problem) {
      return String.valueOf(problem.getMessage());
    }
  }

  private static ArrayNode verdicts(Machine machine, JsonNode events) throws Exception {
    ArrayNode verdicts = JSON.createArrayNode();
    for (JsonNode event : events) verdicts.add(!machine.rulesForJSONEvent(event.asText()).isEmpty());
    return verdicts;
  }
}
