// Tells Laurel that a learner passes a course run, and with which grade.
//
//   npm install
//   node producer.js [brokers] [learner id]

const { randomUUID } = require('node:crypto');
const { Kafka, Partitioners, logLevel } = require('kafkajs');

const [brokers = 'localhost:19092', learner = '42'] = process.argv.slice(2);
const fact = {
  learner_id: learner,
  course_key: 'course-v1:DemoX+CS101+2026_T1',
  grade: 0.88,
  letter_grade: 'B',
  // When it came true, not when it is sent.
  occurred_at: '2026-02-03T04:05:06Z',
};

// Keep the id when you send the same fact again: then it is known as a repeat.
const attributes = (type) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/platforms/javascript',
  type,
  time: new Date().toISOString(),
});

// Attributes as headers, the body as the value.
const binary = (type, body) => ({
  key: learner,
  value: JSON.stringify(body),
  headers: {
    ...Object.fromEntries(Object.entries(attributes(type)).map(([name, value]) => [`ce_${name}`, value])),
    'content-type': 'application/json',
  },
});

// Attributes and body in one document, for producers that cannot set headers.
const structured = (type, body) => ({ key: learner, value: JSON.stringify({ ...attributes(type), data: body }) });

async function main() {
  const kafka = new Kafka({ clientId: 'platform', brokers: brokers.split(','), logLevel: logLevel.ERROR });
  // Partitions as Java chooses them, so that one learner's events lie in one whoever sends them.
  const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    await producer.send({
      topic: 'laurel.grades',
      messages: [
        binary('org.laurel.passing-status.changed.v1', { ...fact, passing: true }),
        structured('org.laurel.grade.changed.v1', fact),
      ],
    });
  } finally {
    await producer.disconnect();
  }
}

main().catch((failure) => {
  console.error(failure.message);
  process.exitCode = 1;
});
